"""Lets a test talk to a kernel: reads one request per line on stdin, writes one answer per line on stdout.

    python bridge.py KERNEL FOLDER

Requests are JSON objects with an "op": run (several cells at once, with an interrupt when a text appears or a cell
begins), ask, interrupt, usage, stop.
"""

import json
import sys

from jupyter_client.manager import start_new_kernel

TIMEOUT = 120

manager, client = start_new_kernel(kernel_name=sys.argv[1], cwd=sys.argv[2], startup_timeout=TIMEOUT)


def published_until_idle(ids, interrupt_on, interrupt_at):
    """Everything published for these requests, each with the number of its request, until all of them are done."""
    waiting, outputs, interrupted = list(ids), [], False
    while waiting:
        message = client.get_iopub_msg(timeout=TIMEOUT)
        parent, kind, content = message["parent_header"].get("msg_id"), message["msg_type"], message["content"]
        if kind == "status":
            if content["execution_state"] == "idle" and parent in waiting:
                waiting.remove(parent)
            continue
        request = ids.index(parent) if parent in ids else -1
        if kind == "execute_input":
            if request == interrupt_at:
                manager.interrupt_kernel()
            continue
        outputs.append({"request": request, "type": kind, **content})
        if interrupt_on and not interrupted and interrupt_on in content.get("text", ""):
            interrupted = True
            manager.interrupt_kernel()
    return outputs


replies = {}


def reply_to(request):
    while request not in replies:
        message = client.get_shell_msg(timeout=TIMEOUT)
        replies[message["parent_header"].get("msg_id")] = message["content"]
    return replies.pop(request)


def execute(code, cell_id, **options):
    content = {"code": code, "store_history": True, "user_expressions": {}, "allow_stdin": True, **options}
    message = client.session.msg("execute_request", content, metadata={"cellId": cell_id} if cell_id else {})
    client.shell_channel.send(message)
    return message["header"]["msg_id"]


def run(cells, stop_on_error=True, silent=False, interrupt_on=None, interrupt_at=None, cell_id=None):
    ids = [execute(code, cell_id, stop_on_error=stop_on_error, silent=silent) for code in cells]
    outputs = published_until_idle(ids, interrupt_on, interrupt_at)
    return {"replies": [reply_to(each) for each in ids], "outputs": outputs}


def ask(kind, content):
    message = client.session.msg(kind, content)
    client.shell_channel.send(message)
    return reply_to(message["header"]["msg_id"])


def interrupt():
    manager.interrupt_kernel()
    # Answered on the same socket, hence after the interrupt.
    message = client.session.msg("kernel_info_request", {})
    client.control_channel.send(message)
    while client.get_control_msg(timeout=TIMEOUT)["parent_header"].get("msg_id") != message["header"]["msg_id"]:
        pass
    return {}


def usage():
    """Seconds of processor time that the kernel has used so far, and its memory in MB (Linux)."""
    with open(f"/proc/{manager.provisioner.pid}/stat") as stat:
        fields = stat.read().rsplit(") ", 1)[1].split()
    with open(f"/proc/{manager.provisioner.pid}/statm") as statm:
        pages = int(statm.read().split()[1])
    return {"cpu": (int(fields[11]) + int(fields[12])) / 100, "megabytes": pages * 4096 / 1e6}


def next_output():
    message = client.get_iopub_msg(timeout=TIMEOUT)
    while message["msg_type"] in ("status", "execute_input"):
        message = client.get_iopub_msg(timeout=TIMEOUT)
    return {"type": message["msg_type"], "parent": message["parent_header"].get("msg_id"), **message["content"]}


def stop():
    client.stop_channels()
    pid = manager.provisioner.pid
    process = manager.provisioner.process
    manager.request_shutdown()
    code = process.wait(timeout=TIMEOUT)
    manager.cleanup_resources()
    return {"pid": pid, "exitCode": code}


operations = {
    "run": run,
    "ask": ask,
    "interrupt": interrupt,
    "usage": usage,
    "next": next_output,
    "stop": stop,
}
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    op = request.pop("op")
    try:
        answer = operations[op](**request)
    except Exception as error:  # the test shows it
        answer = {"bridgeError": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
    if op == "stop":
        break
