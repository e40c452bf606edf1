// breaks: house/calendar-fields-are-ours
export function turn(field: HTMLInputElement): void {
  field.setAttribute('aria-current', 'date');
  field.setAttribute('type', 'time');
}
