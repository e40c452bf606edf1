/**
 * Comfort for the album: photos are dragged or moved by their buttons without loading the page; nothing is stored before
 * somebody saves. Without this module each button saves and loads the page.
 */

declare const Sortable:
  | { create(list: Element, options: { handle: string; animation: number; onEnd(): void }): unknown }
  | undefined;

const form = document.querySelector<HTMLFormElement>('#album');
const list = form?.querySelector<HTMLElement>('[data-album]');
const news = document.querySelector('#album-kabar');

const photosIn = (album: Element): HTMLElement[] => [...album.querySelectorAll<HTMLElement>('[data-photo]')];

/** Numbers, buttons and the cover follow the order as it is shown. */
function renumber(album: Element): void {
  const photos = photosIn(album);
  const order = form?.querySelector<HTMLInputElement>('[data-order]');
  if (order) order.value = photos.map((photo) => photo.dataset['photo']).join(',');
  let hasCover = false;
  for (const [index, photo] of photos.entries()) {
    const words = `oto ke-${index + 1}`;
    const legend = photo.querySelector('[data-place]');
    if (legend) legend.textContent = `F${words}`;
    const label = photo.querySelector('label[for^=caption-]');
    if (label?.firstChild) label.firstChild.textContent = `Keterangan f${words}`;
    for (const button of photo.querySelectorAll<HTMLButtonElement>('[data-moves]')) {
      const isUp = button.dataset['moves'] === '-1';
      button.disabled = isUp ? index === 0 : index === photos.length - 1;
      button.setAttribute('aria-label', `${isUp ? 'Naik' : 'Turun'}: f${words}`);
    }
    const isChosen = photo.querySelector<HTMLInputElement>('[data-chosen]')?.checked ?? false;
    const waits = photo.querySelector('.album-waits') !== null;
    const cover = photo.querySelector<HTMLElement>('[data-cover]');
    const isCover: boolean = isChosen && !waits && !hasCover;
    if (cover) cover.hidden = !isCover;
    hasCover ||= isCover;
  }
}

function changed(): void {
  const unsaved = document.querySelector<HTMLElement>('#album-belum');
  if (unsaved) unsaved.hidden = false;
}

/** Moves a photo one place, and leaves the focus with its button or the other one. */
function move(album: Element, button: HTMLButtonElement): void {
  const photo = button.closest<HTMLElement>('[data-photo]');
  const by = Number(button.dataset['moves']);
  const other = by < 0 ? photo?.previousElementSibling : photo?.nextElementSibling;
  if (!photo || !other) return;
  if (by < 0) other.before(photo);
  else other.after(photo);
  renumber(album);
  changed();
  if (news) news.textContent = `Sekarang foto ke-${photosIn(album).indexOf(photo) + 1}. Belum disimpan.`;
  const next = button.disabled ? photo.querySelector<HTMLButtonElement>('[data-moves]:enabled') : button;
  next?.focus();
  photo.scrollIntoView({ block: 'nearest' });
}

if (form && list) {
  form.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-moves]') : null;
    if (!button) return;
    event.preventDefault();
    move(list, button);
  });
  form.addEventListener('input', () => {
    renumber(list);
    changed();
  });
  if (typeof Sortable !== 'undefined') {
    document.documentElement.classList.add('album-drags');
    Sortable.create(list, {
      handle: '.album-handle',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      onEnd() {
        renumber(list);
        changed();
      },
    });
  }
}
