/** A field that is signed in by finger, pen or mouse: lines of points, sent as whole numbers. */
const form = document.querySelector<HTMLFormElement>('form[data-signing]');
const canvas = form?.querySelector('canvas');
const field = form?.querySelector<HTMLInputElement>('input[name="strokes"]');
const again = form?.querySelector<HTMLButtonElement>('[data-clear]');
const ink = canvas?.getContext('2d');
const LINE_WIDTH = 9;
/** Points nearer than this to the last are left out, so that a slow hand writes no thousands. */
const NEAREST = 4;

const strokes: [number, number][][] = [];
let drawing: [number, number][] | null = null;

function pointOf(event: PointerEvent, place: HTMLCanvasElement): [number, number] {
  const { left, top, width, height } = place.getBoundingClientRect();
  const within = (part: number, most: number): number => Math.round(Math.min(Math.max(part, 0), 1) * most);
  return [
    within((event.clientX - left) / width, place.width),
    within((event.clientY - top) / height, place.height),
  ];
}

function draw(from: readonly [number, number], to: readonly [number, number]): void {
  if (!ink) return;
  ink.lineWidth = LINE_WIDTH;
  ink.lineCap = 'round';
  ink.strokeStyle = '#111';
  ink.beginPath();
  ink.moveTo(...from);
  ink.lineTo(...to);
  ink.stroke();
}

function begin(event: PointerEvent): void {
  if (!canvas || !event.isPrimary) return;
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  const point = pointOf(event, canvas);
  drawing = [point];
  strokes.push(drawing);
  draw(point, point);
}

function go(event: PointerEvent): void {
  if (!canvas || !drawing) return;
  for (const each of event.getCoalescedEvents?.() ?? [event]) {
    const last = drawing.at(-1);
    const point = pointOf(each, canvas);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAREST) continue;
    drawing.push(point);
    draw(last, point);
  }
}

function end(): void {
  drawing = null;
}

function clear(): void {
  strokes.length = 0;
  ink?.clearRect(0, 0, canvas?.width ?? 0, canvas?.height ?? 0);
}

if (form && canvas && field) {
  canvas.addEventListener('pointerdown', begin);
  canvas.addEventListener('pointermove', go);
  for (const kind of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(kind, end);
  form.addEventListener('submit', () => (field.value = strokes.length > 0 ? JSON.stringify(strokes) : ''));
  if (again) {
    again.hidden = false;
    again.addEventListener('click', clear);
  }
}
