const SVG = 'http://www.w3.org/2000/svg';

export interface TracedPicture {
  /** A whole SVG document that needs no stylesheet, no script and no other file. */
  readonly svg: string;
  /** In px. */
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly title: string;
  /** Of whom, from when and how sure: a sentence a line of its own. */
  readonly source: string;
}

/** What a drawing's looks are made of, once the stylesheet is away. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'unicode-bidi',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
  'overflow',
  'transform',
];
/** What is the same without saying so. */
const AS_ALWAYS = new Set(['normal', '1', 'auto']);
const MARGIN = 24;
const TITLE_PX = 18;
const SOURCE_PX = 12;
const TITLE_ROOM = 44;
const LINE_ROOM = 18;

/**
 * Draws what an element shows, as it stands on the screen, as a picture of its own: boxes become rectangles, words become
 * text, drawings keep their shapes with their looks written out. What only listeners get, what is hidden and what bears
 * `data-not-drawn` is left out. What is on its way stands where it will come to rest. Title above, source below.
 *
 * @param root measured while it is on the page; meanwhile it bears `data-being-drawn`, so that nothing sticks to the window
 */
export function tracedPicture(root: HTMLElement, frame: Frame): TracedPicture {
  root.toggleAttribute('data-being-drawn', true);
  try {
    settle(root);
    return traced(root, frame);
  } finally {
    root.toggleAttribute('data-being-drawn', false);
  }
}

function settle(root: HTMLElement): void {
  for (const animation of root.getAnimations({ subtree: true }))
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

function traced(root: HTMLElement, { title, source }: Frame): TracedPicture {
  const origin = root.getBoundingClientRect();
  const look = getComputedStyle(root);
  const family = look.fontFamily;
  const lines = wrapped(source, origin.width, `${SOURCE_PX}px ${family}`);
  const width = Math.ceil(origin.width + 2 * MARGIN);
  const height = Math.ceil(origin.height + 2 * MARGIN + TITLE_ROOM + LINE_ROOM * lines.length);
  const svg = made('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(made('rect', { width, height, ...paint('fill', groundOf(root)) }));
  svg.append(
    written(title, MARGIN, MARGIN + TITLE_PX, {
      ...textLook(look),
      'font-size': `${TITLE_PX}px`,
      'font-weight': '600',
    }),
  );
  const body = made('g', { transform: `translate(${MARGIN} ${MARGIN + TITLE_ROOM})` });
  traceElement(root, origin, body);
  svg.append(body);
  lines.forEach((line, index) => {
    const y = height - MARGIN - LINE_ROOM * (lines.length - 1 - index);
    svg.append(written(line, MARGIN, y, { ...textLook(look), 'font-size': `${SOURCE_PX}px`, 'font-weight': '400' }));
  });
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
}

function traceElement(element: Element, origin: DOMRect, into: Element): void {
  const style = getComputedStyle(element);
  if (isUnseen(element, style)) return;
  if (element instanceof SVGSVGElement) {
    into.append(tracedDrawing(element, origin));
    return;
  }
  traceBox(element.getBoundingClientRect(), style, origin, into);
  for (const child of element.childNodes) {
    if (child instanceof Text) traceText(child, style, origin, into);
    else if (child instanceof Element) traceElement(child, origin, into);
  }
}

function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  const hidden = style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';
  return hidden || element.matches('.for-listeners, [data-not-drawn], script');
}

/** Those that bear on this shape: letters have fonts, lines a width, and a pattern its own turning. */
function looksOf(shape: Element, style: CSSStyleDeclaration): string[] {
  const isText = /^(text|tspan)$/.test(shape.localName);
  return LOOKS.filter((name) => {
    if (name === 'overflow') return shape.localName === 'svg';
    if (name === 'transform') return shape.localName !== 'pattern';
    if (/^(font|text|unicode)-/.test(name)) return isText;
    return !name.startsWith('stroke-') || style.stroke !== 'none';
  });
}

/** What patterns are made of is never seen itself. */
function isShape(element: Element): boolean {
  return element.closest('defs') !== null || !isUnseen(element, getComputedStyle(element));
}

/** A drawing of its own within the picture, at its place, every shape with its looks as attributes. */
function tracedDrawing(drawing: SVGSVGElement, origin: DOMRect): Element {
  const box = drawing.getBoundingClientRect();
  const shape = tracedShape(drawing);
  for (const [name, value] of Object.entries({
    x: box.left - origin.left,
    y: box.top - origin.top,
    width: box.width,
    height: box.height,
  }))
    shape.setAttribute(name, String(value));
  shape.removeAttribute('transform');
  return shape;
}

function tracedShape(shape: Element): Element {
  const copy = made(shape.localName, {});
  for (const { name, value } of shape.attributes) {
    if (!/^(class|style|role|tabindex|focusable)$|^(aria|data)-/.test(name)) copy.setAttribute(name, value);
  }
  const style = getComputedStyle(shape);
  for (const name of looksOf(shape, style)) {
    const value = style.getPropertyValue(name);
    if (value === '' || AS_ALWAYS.has(value) || (value === 'none' && !/^(fill|stroke)$/.test(name))) continue;
    for (const [key, said] of Object.entries(
      name === 'fill' || name === 'stroke' ? paint(name, value) : { [name]: value },
    ))
      copy.setAttribute(key, said);
  }
  for (const child of shape.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element && isShape(child)) copy.append(tracedShape(child));
  }
  return copy;
}

function traceBox(box: DOMRect, style: CSSStyleDeclaration, origin: DOMRect, into: Element): void {
  const sides = (['top', 'right', 'bottom', 'left'] as const).map((side) => ({
    side,
    width: Number.parseFloat(style.getPropertyValue(`border-${side}-width`)),
    colour: style.getPropertyValue(`border-${side}-color`),
  }));
  const [x, y] = [box.left - origin.left, box.top - origin.top];
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const [first] = sides;
  const isFramed = first !== undefined && first.width > 0 && sides.every(({ width }) => width === first.width);
  if (isSeen(style.backgroundColor) || isFramed) {
    const inset = isFramed ? first.width / 2 : 0;
    into.append(
      made('rect', {
        ...{ x: x + inset, y: y + inset, rx: radius },
        ...{ width: Math.max(0, box.width - 2 * inset), height: Math.max(0, box.height - 2 * inset) },
        ...paint('fill', isSeen(style.backgroundColor) ? style.backgroundColor : 'none'),
        ...(isFramed && { ...paint('stroke', first.colour), 'stroke-width': first.width }),
      }),
    );
  }
  traceInnerFrame(box, style, { x, y }, into);
  if (isFramed) return;
  for (const { side, width, colour } of sides) {
    if (width === 0) continue;
    const across = side === 'top' || side === 'bottom';
    into.append(
      made('rect', {
        x: side === 'right' ? x + box.width - width : x,
        y: side === 'bottom' ? y + box.height - width : y,
        width: across ? box.width : width,
        height: across ? width : box.height,
        ...paint('fill', colour),
      }),
    );
  }
}

/** A frame that the stylesheet draws within a box, as a shadow without softness. */
function traceInnerFrame(
  { width, height }: DOMRect,
  style: CSSStyleDeclaration,
  { x, y }: { readonly x: number; readonly y: number },
  into: Element,
): void {
  const [, colour, size] = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px inset$/.exec(style.boxShadow) ?? [];
  if (colour === undefined) return;
  const line = Number(size);
  const rx = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const inner = { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line, rx };
  into.append(made('rect', { ...inner, fill: 'none', ...paint('stroke', colour), 'stroke-width': line }));
}

/** Words that stand on one line, as one text at its place. */
function traceText(text: Text, style: CSSStyleDeclaration, origin: DOMRect, into: Element): void {
  const range = document.createRange();
  const lines: { said: string; left: number; top: number }[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+/gu)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (box.width === 0) continue;
    if (line !== undefined && Math.abs(line.top - box.top) < 2) {
      line.said += ` ${word}`;
      line.left = Math.min(line.left, box.left);
    } else lines.push({ said: word, left: box.left, top: box.top });
  }
  const ascent = ascentOf(`${style.fontWeight} ${style.fontSize} ${style.fontFamily}`);
  for (const { said, left, top } of lines)
    into.append(written(said, left - origin.left, top - origin.top + ascent, textLook(style)));
}

function written(text: string, x: number, y: number, look: Readonly<Record<string, string>>): Element {
  const line = made('text', { x, y, ...look });
  line.append(text);
  return line;
}

function textLook(style: CSSStyleDeclaration): Record<string, string> {
  const { color, fontFamily, fontSize, fontWeight } = style;
  return { ...paint('fill', color), 'font-family': fontFamily, 'font-size': fontSize, 'font-weight': fontWeight };
}

let pen: CanvasRenderingContext2D | null | undefined;

function penWith(font: string): CanvasRenderingContext2D | undefined {
  pen ??= document.createElement('canvas').getContext('2d');
  if (pen === null) return undefined;
  pen.font = font;
  return pen;
}

function ascentOf(font: string): number {
  return penWith(font)?.measureText('x').fontBoundingBoxAscent ?? 0;
}

function wrapped(text: string, width: number, font: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && (penWith(font)?.measureText(longer).width ?? 0) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A colour as every program that reads SVG knows it: transparency apart. */
function paint(name: 'fill' | 'stroke', colour: string): Record<string, string> {
  const [, red, green, blue, share] = /^rgba\(([\d.]+), ([\d.]+), ([\d.]+), ([\d.]+)\)$/.exec(colour) ?? [];
  if (share === undefined) return { [name]: colour };
  return { [name]: `rgb(${red}, ${green}, ${blue})`, [`${name}-opacity`]: share };
}

function isSeen(colour: string): boolean {
  return colour !== 'transparent' && !/^rgba\(.*, 0\)$/.test(colour);
}

/** The colour that lies behind. */
function groundOf(element: Element | null): string {
  if (element === null) return '#ffffff';
  const { backgroundColor } = getComputedStyle(element);
  return isSeen(backgroundColor) ? backgroundColor : groundOf(element.parentElement);
}

function made(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns')
      element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  return element;
}
