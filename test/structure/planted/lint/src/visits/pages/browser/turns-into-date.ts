// breaks: house/calendar-fields-are-ours
export function turn(field: HTMLInputElement): void {
  field.type = 'date';
}
