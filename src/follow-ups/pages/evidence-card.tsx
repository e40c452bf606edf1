import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { DocumentUpload } from '../../platform/pages/document-upload.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import { refusedOf, type StoryProps } from './follow-up-story.js';

/** The documents that show what was done, and the form that adds one. */
export function EvidenceCard({ actor, fact, verbs, refused }: StoryProps): VNode | null {
  const mayProve = verbs.includes('prove');
  const path = `/tindak-lanjut/${fact.id}/berkas`;
  if (fact.files.length === 0 && !mayProve) return null;
  return (
    <Card title="Berkas bukti">
      {fact.files.length === 0 && <p class="card-body mb-0 text-secondary">Belum ada berkas bukti.</p>}
      <ul class="list-group list-group-flush list-unstyled">
        {fact.files.map(({ id, name, size, addedAt }) => (
          <li class="list-group-item" key={id}>
            <a class="follow-up-file" href={`${path}/${id}`} download>
              <Icon name="file" />
              <span>
                {name}
                <span class="d-block text-secondary">
                  {sizeWords(size)} · {formatDate(addedAt, actor.timeZone)}
                </span>
              </span>
            </a>
            {mayProve && <Removal path={`${path}/${id}`} name={name} />}
          </li>
        ))}
      </ul>
      {mayProve && <DocumentUpload action={path} faults={refusedOf(refused, 'berkas').faults} />}
    </Card>
  );
}

function Removal({ path, name }: { path: string; name: string }): VNode {
  return (
    <details class="follow-up-removal">
      <summary>
        Hapus<span class="visually-hidden"> {name}</span>
      </summary>
      <PageForm action={`${path}/hapus`}>
        <p class="mb-2">Berkas ini hilang untuk semua pihak dan tidak dapat dikembalikan.</p>
        <button class="btn btn-danger" type="submit">
          Hapus berkas
        </button>
      </PageForm>
    </details>
  );
}
