/**
 * What a derivation does where scripts run: it shows its lines one at a time. In a page that is read, as an exported one,
 * all of them stand there at first; in a notebook, where one derives along, only the line it starts from.
 */
const behaviour = `(() => {
  for (const controls of document.querySelectorAll('.normlab-derivation > .controls:not([data-live])')) {
    controls.dataset.live = '';
    const lines = [...controls.parentElement.querySelectorAll('.line')];
    const [next, all, back] = controls.querySelectorAll('button');
    const place = controls.querySelector('output');
    const last = lines.length;
    let shown = document.readyState === 'loading' ? last : 1;
    const show = (count) => {
      shown = Math.min(last, Math.max(1, count));
      lines.forEach((line, k) => { line.hidden = k >= shown; });
      next.setAttribute('aria-disabled', String(shown === last));
      back.setAttribute('aria-disabled', String(shown === 1));
      all.textContent = shown === last ? 'from the start' : 'all';
      place.textContent = 'line ' + shown + ' of ' + last;
    };
    next.addEventListener('click', () => show(shown + 1));
    back.addEventListener('click', () => show(shown - 1));
    all.addEventListener('click', () => show(shown === last ? 1 : last));
    controls.addEventListener('keydown', (event) => {
      const to = { ArrowRight: shown + 1, ArrowLeft: shown - 1, Home: 1, End: last }[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      show(to);
    });
    controls.hidden = last < 2;
    show(shown);
  }
})();`;

export const derivationBehaviour: string = `<script>${behaviour}</script>`;
