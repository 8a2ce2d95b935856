'use strict';
/** What an exported page does where scripts run: figures that move, contents that stand open, long lines reachable by keyboard. */
(() => {
  const { document, matchMedia, IntersectionObserver, Plotly, getComputedStyle } = globalThis;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const drawings = new Set();

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  /** One step of a plotly control, done as plotly would do it. */
  const apply = (drawing, step) => {
    if (step?.method && step.method !== 'skip') Plotly[step.method](drawing, ...step.args);
  };

  /** A plotly slider as the browser's own: it answers to arrow keys, touch and readers that speak. */
  const sliderOf = (drawing, { steps = [], active = 0, currentvalue = {} }) => {
    const value = (i) => `${currentvalue.prefix ?? ''}${steps[i]?.label ?? ''}${currentvalue.suffix ?? ''}`;
    const output = element('output', { innerHTML: value(active) });
    const range = element('input', { type: 'range', min: 0, max: steps.length - 1, step: 1 });
    range.value = active;
    const say = () => {
      output.innerHTML = value(range.value);
      range.setAttribute('aria-valuetext', output.textContent);
    };
    say();
    range.setAttribute('aria-label', currentvalue.prefix?.replace(/[\s=:]+$/, '') || 'frame');
    range.addEventListener('input', () => {
      say();
      apply(drawing, steps[range.value]);
    });
    return element('div', { className: 'control' }, output, range);
  };

  /** A row of plotly buttons as the browser's own. */
  const buttonsOf = (drawing, { buttons = [], active = 0 }) => {
    const made = buttons.map((step, i) => {
      const button = element('button', { type: 'button', innerHTML: step.label });
      button.setAttribute('aria-pressed', String(i === active));
      button.addEventListener('click', () => {
        for (const other of made) other.setAttribute('aria-pressed', String(other === button));
        apply(drawing, step);
      });
      return button;
    });
    return element('fieldset', { className: 'control' }, ...made);
  };

  /** The layout without its own controls and the room they took: a slider below everything, buttons above. */
  const withoutControls = ({ sliders = [], updatemenus = [], ...layout }) => {
    const margin = { ...layout.margin };
    const before = (margin.t ?? 0) + (margin.b ?? 0);
    if (sliders[0]?.pad?.t && margin.b > sliders[0].pad.t) margin.b = sliders[0].pad.t;
    if (layout.height) layout.height -= before - (margin.t ?? 0) - (margin.b ?? 0);
    delete layout.width;
    return { sliders, updatemenus, layout: { ...layout, margin, autosize: true } };
  };

  /** Text and paper of a figure follow the page. */
  const colours = () => {
    const ink = getComputedStyle(document.documentElement).color;
    return {
      'font.color': ink,
      'title.font.color': ink,
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
    };
  };

  const draw = async (figure) => {
    const picture = figure.querySelector('.picture');
    const {
      data,
      layout: whole = {},
      frames = [],
      config = {},
    } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const { sliders, updatemenus, layout } = withoutControls(whole);
    const drawing = element('div', { className: 'drawing' });
    drawing.setAttribute('role', 'group');
    drawing.setAttribute(
      'aria-label',
      picture.textContent.trim() || (picture.querySelector('img')?.alt ?? ''),
    );
    picture.append(drawing);
    picture.classList.add('drawn');
    const ours = { responsive: true, displaylogo: false, displayModeBar: false };
    // The frames were made for the height with the figure's own controls, which the page draws below it.
    const fitted = frames.map((frame) => ({ ...frame, layout: { ...frame.layout, height: layout.height } }));
    await Plotly.newPlot(drawing, { data, layout, frames: fitted, config: { ...config, ...ours } });
    await Plotly.relayout(drawing, colours());
    drawings.add(drawing);
    picture.append(
      ...updatemenus.filter((menu) => menu.visible !== false).map((menu) => buttonsOf(drawing, menu)),
      ...sliders.filter((slider) => slider.visible !== false).map((slider) => sliderOf(drawing, slider)),
    );
  };

  const figures = [...document.querySelectorAll('figure')].filter((figure) =>
    figure.querySelector('script[type="application/json"]'),
  );
  if (Plotly && figures.length > 0) {
    const observer = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          observer.unobserve(target);
          void draw(target).catch(() => target.querySelector('.picture').classList.remove('drawn'));
        }
      },
      { rootMargin: '800px' },
    );
    for (const figure of figures) observer.observe(figure);
    dark.addEventListener('change', () => {
      for (const drawing of drawings) void Plotly.relayout(drawing, colours());
    });
  }

  const contents = document.querySelector('nav details');
  const wide = matchMedia('(min-width: 78rem)');
  const unfold = () => {
    if (contents) contents.open = wide.matches;
  };
  unfold();
  wide.addEventListener('change', unfold);

  const reachable = () => {
    for (const box of document.querySelectorAll('pre, .scroll, .card, .formula'))
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
  };
  reachable();
  globalThis.addEventListener('resize', reachable);
})();
