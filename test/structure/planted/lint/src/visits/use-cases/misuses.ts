// breaks: @typescript-eslint/no-misused-promises
export function all(items: string[], save: (item: string) => Promise<void>): void {
  items.forEach(async (item) => {
    await save(item);
  });
}
