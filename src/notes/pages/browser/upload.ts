/**
 * Forms that send a file: `<form data-upload="largest size in bytes" id="…">`. A file that is too large is refused beside
 * its field before it is sent, and a bar tells how far it is. Without this module the form is sent as it is.
 */

import { sendFiles } from '../../../platform/pages/browser/ask.js';

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
  if (!answered) {
    const field = form.querySelector<HTMLInputElement>('input[type=file]');
    const why = page.querySelector('[role=alert], main p')?.textContent?.trim() ?? '';
    if (field) refuse(field, `Berkas belum terkirim. ${why}`.trim());
    return;
  }
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const fresh = answered.querySelector<HTMLInputElement>('input[type=file]');
  // A chosen file is not lost by a fault of another field.
  if (input && fresh && !fresh.classList.contains('is-invalid')) fresh.replaceWith(input);
  form.replaceChildren(...answered.childNodes);
  form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
}

async function send(form: HTMLFormElement): Promise<void> {
  const bar = progressOf(form);
  const button = form.querySelector('button');
  if (button) button.disabled = true;
  const { page } = await sendFiles(form.action, new FormData(form), (part) => {
    bar.value = part;
  });
  // The address of the answer may differ from this one's by its fragment alone.
  if (page && page.status < 400) return location.assign(page.address);
  bar.remove();
  if (button) button.disabled = false;
  if (page) return showAnswer(form, page.text);
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  if (input) refuse(input, 'Berkas belum terkirim. Silakan coba lagi.');
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') fits(form, event.target);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (input && fits(form, input)) void send(form);
  });
}
