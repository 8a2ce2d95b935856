/** What the processor has done for all threads of this process, in milliseconds: on a busy machine the clock runs ahead. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
