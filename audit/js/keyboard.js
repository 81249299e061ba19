// The way of the Tab key through a page.
__audit.keyboard = (() => {
  const seen = [];
  const centre = box => [box.left + box.width / 2, box.top + box.height / 2];

  // Points of an element: the middle and the corners of each of its lines.
  const points = boxes => boxes.flatMap(box => [
    centre(box),
    ...[[.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) =>
      [box.left + box.width * x, box.top + box.height * y]),
  ]);
  const onScreen = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

  // What shows where the focus is: a check box may be drawn by its label instead of itself.
  const drawn = element => {
    const label = element.labels && [...element.labels].find(__audit.visible);
    return __audit.visible(element) || !label ? element : label;
  };

  return {
    begin() {
      seen.length = 0;
      if (document.activeElement) document.activeElement.blur();
      getSelection().removeAllRanges();
      scrollTo(0, 0);
    },

    // Where the focus is now; null when it left the page.
    stop() {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return null;
      const shown = drawn(element);
      const boxes = [...shown.getClientRects()].filter(box => box.width > 1 && box.height > 1);
      const here = points(boxes).filter(onScreen);
      const top = here.map(([x, y]) => document.elementFromPoint(x, y));
      const again = seen.indexOf(element);
      const previous = seen.at(-1);
      const follows = !previous || Boolean(previous.compareDocumentPosition(element)
        & Node.DOCUMENT_POSITION_FOLLOWING);
      if (again < 0) seen.push(element);
      const box = shown.getBoundingClientRect();
      return {
        name: __audit.name(element),
        again,
        follows,
        visible: __audit.visible(shown),
        onScreen: here.length > 0,
        free: top.some(one => one && (shown.contains(one) || one.contains(shown)
          && one.closest('label') === shown)),
        box: [box.left, box.top, box.right, box.bottom],
        // A link over two lines has two boxes; the one around both may be far wider than its words.
        edges: boxes.reduce((sum, one) => sum + 2 * (one.width + one.height), 0),
        main: element.closest('main, [role=main]') !== null,
        href: element.getAttribute('href') || '',
      };
    },

    // Takes the ring away and gives it back, without moving anything.
    blur() {
      __audit.kept = document.activeElement;
      __audit.kept.blur();
      return __audit.drawn();
    },
    focus: () => __audit.kept.focus({preventScroll: true, focusVisible: true}),

    // What can be used with a mouse but was no stop of the way.
    missed() {
      const groups = new Set(seen.filter(one => one.type === 'radio').map(one => one.name));
      const missing = __audit.controls().filter(one => __audit.visible(one)
        && !seen.includes(one)
        && !(one.type === 'radio' && groups.has(one.name)));
      const labels = __audit.all('label').filter(one => __audit.visible(one) && one.control
        && !seen.includes(one.control) && !groups.has(one.control.name));
      return [...new Set([...missing, ...labels])].map(__audit.name);
    },

    count: () => seen.length,
  };
})();

// Whatever a key could do to a page: each change is told in one word.
__audit.keys = (() => {
  let changes = 0;
  return {
    watch() {
      new MutationObserver(list => { changes += list.length; })
        .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    },
    state: () => [
      location.href,
      document.activeElement ? __audit.name(document.activeElement) : '',
      `scrolled to ${Math.round(scrollY)}`,
      `${changes} changes`,
      `${__audit.all(':checked, [open]').length} open or checked`,
    ],
  };
})();
