/** Beside both versions of a form: whoever goes on typing in a field below takes the own one, which that field holds. */
const CHOICE = 'ambil:';

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLElement) || target.closest('[data-two-versions]')) return;
  const field = target as HTMLInputElement;
  const row = field.closest('[data-row]')?.querySelector<HTMLInputElement>('input[name=id]');
  const key = row ? `baris:${row.value}` : field.name;
  const own = `input[name="${CSS.escape(CHOICE + key)}"][value="saya"]`;
  const choice = field.form?.querySelector<HTMLInputElement>(own);
  if (choice) choice.checked = true;
});
