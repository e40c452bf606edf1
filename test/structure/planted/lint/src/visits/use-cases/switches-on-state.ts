// breaks: house/visit-states-are-asked-for-facts
export function words(state: 'cancelled' | 'not-held'): string {
  switch (state) {
    case 'cancelled':
      return 'off';
    case 'not-held':
      return 'missed';
  }
}
