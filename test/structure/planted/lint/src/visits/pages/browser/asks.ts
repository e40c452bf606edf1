// breaks: house/server-is-asked-in-one-place
export const fresh = (): Promise<Response> => fetch('/kunjungan');
