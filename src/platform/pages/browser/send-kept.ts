/** Sends kept fields as their form would: the server renders them, so that rows and choices come as they were. */
import { FORM_PERSON } from './form-person.js';
import type { KeptText } from './device-texts.js';

/** The page that comes shows the form with them; nothing is stored. `data-restore-by` names the button for that. */
export function sendKept(form: HTMLFormElement, { person, key, fields }: KeptText): void {
  const [name = '', value = ''] = (form.dataset['restoreBy'] ?? '').split('=');
  const pairs = [...fields, [FORM_PERSON, person], ['form-key', key], ...(name ? [[name, value]] : [])];
  const sent = document.createElement('form');
  sent.method = 'post';
  sent.action = form.getAttribute('action') ?? '';
  for (const [each = '', text = ''] of pairs) {
    const field = document.createElement('textarea');
    field.name = each;
    field.value = text;
    sent.append(field);
  }
  sent.hidden = true;
  document.body.append(sent);
  sent.submit();
}
