// What the checks of the other files share. Every file adds to one object, out of the page's way.
window.__audit = {
  // An element as a person would point it out.
  name(element) {
    const words = __audit.words(element).slice(0, 40);
    const id = element.id ? `#${element.id}` : '';
    const kind = [...element.classList].map(one => `.${one}`).join('');
    return `${element.localName}${id}${kind}${words ? ` «${words}»` : ''}`;
  },

  words: element => (element.textContent || '').replace(/\s+/g, ' ').trim(),

  // What is drawn: also what is drawn off the screen, but not what is a dot for screen readers only.
  visible(element) {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1
      && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
  },

  all: (selector, root = document) => [...root.querySelectorAll(selector)],

  unfold() {
    for (const one of __audit.all('details')) one.open = true;
  },

  // Two frames: what was changed is laid out and drawn.
  drawn: () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),

  // Whatever can be pressed, followed or filled in.
  controls: () => __audit.all(
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, '
    + 'audio[controls], video[controls], [contenteditable=""], [contenteditable=true], [tabindex], '
    + '[onclick], [role=button], [role=link], [role=checkbox], [role=switch], [role=tab], '
    + '[role=menuitem]',
  ).filter(one => !one.disabled && !(one.hasAttribute('tabindex') && one.tabIndex < 0
    && !one.matches('a[href], button, input, select, textarea, summary, [onclick], [role]'))),
};
