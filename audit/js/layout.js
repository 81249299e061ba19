// What fits where, and what moves.
__audit.layout = {
  // A box may be wider than the screen only where it, or a box around it, scrolls by itself.
  overflow() {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width) return [];
    const contained = element => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      return false;
    };
    const wide = __audit.all('*', document.body).filter(element =>
      element.getBoundingClientRect().right > width + 1 && !contained(element));
    return [`page of ${document.scrollingElement.scrollWidth} px`,
      ...wide.slice(0, 5).map(__audit.name)];
  },

  // Elements whose own words do not all fit into a box that hides the rest.
  clipped(scrolling = false) {
    const hides = value => ['hidden', 'clip'].includes(value)
      || scrolling && ['auto', 'scroll'].includes(value);
    return __audit.all('*', document.body).filter(element => {
      // Drawings have their own coordinates, and are judged as one picture.
      if (!(element instanceof HTMLElement)) return false;
      if (!__audit.visible(element) || !element.innerText.trim()) return false;
      const style = getComputedStyle(element);
      // Words for screen readers only are a dot on purpose.
      if (element.clientWidth < 4 && element.clientHeight < 4) return false;
      return hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2
        || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    }).map(__audit.name);
  },

  // The spacing that readers may ask for, as 1.4.12 tells it.
  async space() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important;'
      + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await __audit.drawn();
  },

  // Targets smaller than 24 by 24 px, unless they stand in a line of text or keep their distance.
  targets() {
    const least = 24;
    const all = __audit.controls().filter(one => __audit.visible(one));
    const inline = one => {
      if (getComputedStyle(one).display !== 'inline') return false;
      // In a sentence: the block around it has words of its own beside those of its targets.
      let block = one.parentElement;
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
      const own = all.filter(other => block.contains(other)).map(__audit.words).join('');
      return __audit.words(block).replace(/\s/g, '').length > own.replace(/\s/g, '').length;
    };
    const boxes = new Map(all.map(one => [one, one.getBoundingClientRect()]));
    const small = all.filter(one => {
      const box = boxes.get(one);
      return box.width < least - .01 || box.height < least - .01;
    });
    const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
    const gap = ([x, y], box) => Math.hypot(
      Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const crowded = one => {
      const at = middle(boxes.get(one));
      return all.some(other => {
        if (other === one || other.contains(one) || one.contains(other)) return false;
        if (gap(at, boxes.get(other)) < least / 2) return true;
        const [x, y] = middle(boxes.get(other));
        return small.includes(other) && Math.hypot(x - at[0], y - at[1]) < least;
      });
    };
    return {
      count: all.length,
      small: small.filter(one => !inline(one) && crowded(one)).map(one => {
        const box = boxes.get(one);
        return [__audit.name(one), `${Math.round(box.width)} x ${Math.round(box.height)}`];
      }),
    };
  },

  // Shifts since the page began to load, whatever set them off.
  shifts: () => new Promise(done => {
    const found = [];
    const watch = new PerformanceObserver(list => found.push(...list.getEntries()));
    watch.observe({type: 'layout-shift', buffered: true});
    setTimeout(() => {
      found.push(...watch.takeRecords());
      done(found.map(one => [
        one.sources.map(({node}) => node && node.localName ? __audit.name(node) : 'text').join(', '),
        one.value.toFixed(4),
      ]));
    }, 200);
  }),

  // What still moves for readers who asked for less motion.
  moving() {
    const seconds = list => Math.max(...list.split(',').map(one =>
      parseFloat(one) * (one.includes('ms') ? .001 : 1)));
    return __audit.all('*').flatMap(element => [null, '::before', '::after'].map(pseudo => {
      const style = getComputedStyle(element, pseudo);
      const shifts = /all|transform|translate|scale|rotate|left|right|top|bottom|width|height|margin/
        .test(style.transitionProperty) && seconds(style.transitionDuration) > .02;
      const plays = style.animationName !== 'none' && seconds(style.animationDuration) > .02;
      const slides = !pseudo && style.scrollBehavior === 'smooth';
      const why = shifts ? 'transition' : plays ? 'animation' : slides ? 'smooth scrolling' : '';
      return why && [__audit.name(element) + (pseudo || ''), why];
    })).filter(Boolean);
  },
};
