/** Routes whose files hold nothing of people, each with its reason. */
export const filesWithoutPeople: Readonly<Record<string, string>> = {
  'GET /impor/contoh/:kind': 'an empty table to fill in',
  'GET /api/units/:code/papers/templates/starter': 'places for names, and none of them',
  'GET /upt/:code/kop/templat/awal': 'places for names, and none of them',
  'GET /api/units/:code/papers/templates/:id/example': 'people who were made up as an example',
  'GET /upt/:code/kop/templat/:id/contoh': 'people who were made up as an example',
  'GET /api/sinergi/workbook': 'counts by office and month',
  'GET /api/sinergi/tables/:name': 'counts by office and month',
  'GET /api/sinergi/report': 'counts by office and month',
  'GET /sinergi/unduh.xlsx': 'counts by office and month',
  'GET /sinergi/unduh.csv': 'counts by office and month',
  'GET /sinergi/laporan.pdf': 'counts by office and month',
  'GET /sinergi/laporan.docx': 'counts by office and month',
};

export const isWithoutPeople = (route: string): boolean => Object.hasOwn(filesWithoutPeople, route);
