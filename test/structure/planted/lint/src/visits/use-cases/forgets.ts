// breaks: @typescript-eslint/switch-exhaustiveness-check
export function word(state: 'draft' | 'requested'): string | undefined {
  switch (state) {
    case 'draft':
      return 'Draf';
  }
  return undefined;
}
