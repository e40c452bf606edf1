/**
 * Forms that send a file: `<form data-upload="largest size in bytes" id="…">`. A file that is too large is refused beside
 * its field before it is sent, and a bar tells how far it is. Without this module the form is sent as it is.
 */

const MEBIBYTE = 1024 * 1024;

function refuse(input: HTMLInputElement, words: string): void {
  const fault = input.parentElement?.querySelector<HTMLElement>('.invalid-feedback');
  input.classList.toggle('is-invalid', words !== '');
  if (words) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (fault) {
    fault.setAttribute('role', 'alert');
    fault.textContent = words;
  }
}

/** Whether the file may be sent; says so beside the field when not. */
function fits(form: HTMLFormElement, input: HTMLInputElement): boolean {
  const largest = Number(form.dataset['upload']);
  const size = input.files?.[0]?.size ?? 0;
  const words = `Berkas ini ${(size / MEBIBYTE).toFixed(1).replace('.', ',')} MB; paling besar ${largest / MEBIBYTE} MB.`;
  refuse(input, size > largest ? words : '');
  return size <= largest;
}

function progressOf(form: HTMLFormElement): HTMLProgressElement {
  const bar = document.createElement('progress');
  bar.className = 'upload-progress';
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', 'Terkirim');
  form.append(bar);
  return bar;
}

/** The form as the answer shows it, with what is wrong beside its fields. */
function showAnswer(form: HTMLFormElement, text: string): void {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const answered = page.getElementById(form.id);
  // Somebody else signed in meanwhile: the whole page says so, and shows what was typed.
  if (page.querySelector('[data-form-refused]')) return form.submit();
  if (!answered) return location.reload();
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const fresh = answered.querySelector<HTMLInputElement>('input[type=file]');
  // A chosen file is not lost by a fault of another field.
  if (input && fresh && !fresh.classList.contains('is-invalid')) fresh.replaceWith(input);
  form.replaceChildren(...answered.childNodes);
  form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}

function send(form: HTMLFormElement): void {
  const bar = progressOf(form);
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'text/html');
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (total > 0) bar.value = loaded / total;
  });
  const failed = (): void => {
    bar.remove();
    if (button) button.disabled = false;
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (input) refuse(input, 'Berkas belum terkirim karena sambungan terputus. Silakan coba lagi.');
  };
  request.addEventListener('error', failed);
  request.addEventListener('load', () => {
    if (request.status < 400) {
      // The address of the answer may differ from this one's by its fragment alone.
      location.assign(request.responseURL);
      return;
    }
    bar.remove();
    if (button) button.disabled = false;
    showAnswer(form, request.responseText);
  });
  request.send(new FormData(form));
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') fits(form, event.target);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (input && fits(form, input)) send(form);
  });
}
