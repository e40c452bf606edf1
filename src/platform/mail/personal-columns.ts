import {
  file,
  free,
  impersonal,
  keys,
  own,
  personal,
  words,
  type PersonalTables,
} from '../database/personal-columns.js';

const set = 'a closed set of words';
const server = 'names of servers and what was found of them';

export const mailPersonal: PersonalTables = {
  address_fault: personal({
    title: 'Alamat yang tidak dapat dikirimi surel',
    owners: { email: 'address' },
    goesWith: ['email'],
    tells: { email: 'Alamat', status: 'Sebab', noticed_at: 'Diketahui' },
    columns: { ...words('email'), ...free(set, 'status') },
  }),
  mail: personal({
    title: 'Surel kepada Anda',
    owners: { recipient_email: 'address' },
    visit: 'stream',
    tells: {
      ...{ subject: 'Perihal', state: 'Keadaan', created_at: 'Ditulis', sent_at: 'Dikirim' },
      body_text: 'Isi',
    },
    columns: {
      ...own('anonymous-name', 'recipient_name'),
      ...own('anonymous-address', 'recipient_email'),
      ...own({ text: '(dihapus)' }, 'subject'),
      ...own({ text: '(Isi surat ini dihapus bersama data penerimanya.)' }, 'body_text'),
      ...own({ text: '' }, 'body_html'),
      ...own(null, 'calendar_content', 'calendar_method'),
      ...own({ text: '(dihapus)' }, 'last_error'),
      ...words('stream', 'calendar_organizer'),
      ...keys('key', 'topic', 'message_id'),
      ...free('made by chance for each mail', 'reference'),
      ...free(set, 'secrets', 'state', 'last_fate', 'cause', 'bulk'),
    },
  }),
  mail_attachment: personal({
    columns: {
      ...words('filename'),
      ...free('a kind of file', 'content_type'),
      ...file('dropped where its mail names or goes to who is erased', 'content'),
    },
  }),
  mail_check: impersonal(server, 'name', 'state', 'finding', 'detail'),
  mail_domain_second: impersonal('a domain of mail', 'domain'),
  mail_lease: impersonal('a domain of mail', 'domain'),
  mail_outage: personal({ columns: { ...free(server, 'scope', 'cause'), ...words('words') } }),
  mail_refusal: personal({
    title: 'Surel berkala yang Anda hentikan',
    owners: { email: 'address' },
    goesWith: ['email'],
    tells: { kind: 'Jenis', refused_at: 'Dihentikan' },
    columns: { ...words('email'), ...free('goes with the row of its address', 'kind', 'token') },
  }),
  return_address: personal({
    owners: { email: 'address' },
    goesWith: ['email'],
    visit: 'stream',
    columns: { ...words('email'), ...free('goes with the row of its address', 'stream', 'token') },
  }),
};
