// breaks: @typescript-eslint/switch-exhaustiveness-check
export function word(state: 'dawn' | 'dusk'): string | undefined {
  switch (state) {
    case 'dawn':
      return 'Draf';
  }
  return undefined;
}
