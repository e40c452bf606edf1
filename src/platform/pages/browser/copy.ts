/** A button that copies a field's text; without script the field can be selected all the same. */

for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
  'input[data-copy], textarea[data-copy]',
)) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn mt-2';
  button.textContent = 'Salin';
  const told = document.createElement('span');
  told.className = 'ms-2';
  told.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => (told.textContent = 'Tersalin.'),
      () => (told.textContent = 'Tekan Ctrl+C untuk menyalin.'),
    );
  });
  field.after(button, told);
  field.addEventListener('focus', () => field.select());
}
