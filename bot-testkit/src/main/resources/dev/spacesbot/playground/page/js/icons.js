/** The page's icons, drawn with strokes on a field of 24. */

const SHAPES = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  down: 'M6 9l6 6 6-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M5 12h13M12.5 6l6 6-6 6',
  clip: 'M19 11.5l-7.3 7.3a4.5 4.5 0 0 1-6.4-6.4l7.8-7.8a3 3 0 0 1 4.3 4.3l-7.8 7.7a1.5 1.5 0 0 1-2.1-2.1l7-7',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  task: 'M4 5h16v15H4zM8 12.5l3 3 5-6',
  post: 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h5',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
  panel: 'M4 5h16v14H4zM14 5v14',
  record: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  play: 'M8 5l11 7-11 7z',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  comment: 'M4 5h16v11h-9l-4 4v-4H4z',
  lens: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5L20 20',
  people: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3 19.5c.5-3.5 3-5 6-5s5.5 1.5 6 5M16 5.5a3 3 0 0 1 0 6M17.5 14.8c2 .7 3.2 2.2 3.5 4.7',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17v.5',
  code: 'M9 7l-5 5 5 5M15 7l5 5-5 5',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
};

const SVG = 'http://www.w3.org/2000/svg';

/** An icon that says nothing to a screen reader: whatever holds it has a name. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}
