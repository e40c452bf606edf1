export const ask = (address: string): Promise<Response> => fetch(address);
