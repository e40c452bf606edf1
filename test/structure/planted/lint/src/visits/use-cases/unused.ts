// breaks: @typescript-eslint/no-unused-vars
export const one = (): number => {
  const two = 2;
  return 1;
};
