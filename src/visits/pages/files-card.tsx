import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { DocumentUpload } from '../../platform/pages/document-upload.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { Background } from '../use-cases/visit-background.js';
import { lettersOf } from './visit-facts-card.js';

type KeptFile = Background['files'][number];

interface FilesCardProps {
  visit: VisitFacts;
  files: readonly KeptFile[];
  mayRecord: boolean;
  /** Why the file that was sent is not kept. */
  faults: FormFaults | null;
}

/** Official letters by number, and the documents kept with the visit. */
export function FilesCard({ visit, files, mayRecord, faults }: FilesCardProps): VNode {
  const letters = lettersOf(visit);
  const isBare = letters.length === 0 && files.length === 0;
  return (
    <Card title="Surat dan berkas">
      {letters.length > 0 && (
        <div class="card-body">
          <Facts lines={letters} />
        </div>
      )}
      {files.length > 0 && (
        <ul class="list-group list-group-flush">
          {files.map((file) => (
            <li class="list-group-item" key={file.id}>
              <FileLine file={file} visit={visit} mayRecord={mayRecord} />
            </li>
          ))}
        </ul>
      )}
      {isBare && (
        <p class="card-body mb-0 text-secondary">
          Belum ada surat atau berkas.
          {mayRecord && ' Nomor surat diisi melalui tombol di atas; dokumennya dikirim di bawah ini.'}
        </p>
      )}
      {mayRecord && <DocumentUpload action={`/kunjungan/${visit.id}/berkas`} faults={faults} />}
    </Card>
  );
}

interface FileLineProps {
  file: KeptFile;
  visit: VisitFacts;
  mayRecord: boolean;
}

function FileLine({ file: { id, name, size, addedAt }, visit, mayRecord }: FileLineProps): VNode {
  return (
    <>
      <a class="file-link" href={`/kunjungan/${visit.id}/berkas/${id}`} download>
        <Icon name="file" />
        <span>
          {name}
          <span class="d-block text-secondary">
            {sizeWords(size)} · {formatDate(addedAt, visit.timeZone)}
          </span>
        </span>
      </a>
      {mayRecord && (
        <details class="file-removal">
          <summary>
            Hapus<span class="visually-hidden"> {name}</span>
          </summary>
          <PageForm action={`/kunjungan/${visit.id}/berkas/${id}/hapus`}>
            <p class="mb-2">Berkas ini hilang untuk semua pihak dan tidak dapat dikembalikan.</p>
            <button class="btn btn-danger" type="submit">
              Hapus berkas
            </button>
          </PageForm>
        </details>
      )}
    </>
  );
}
