import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import type { MovedBook } from '../use-cases/move-domain.js';

const PATH = '/pengelolaan/alamat';

interface AddressDomainsPageProps {
  actor: Actor;
  sent: SentForm | undefined;
  faults: FormFaults | null;
  /** What would move; null before it was asked. */
  preview: readonly MovedBook[] | null;
  notice: string | undefined;
}

/** Where all addresses of a domain are moved to another: first what that means, then in one step. */
export function AddressDomainsPage(props: AddressDomainsPageProps): VNode {
  const { actor, sent, faults, preview, notice } = props;
  return (
    <Layout title="Pindah domain surel" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Pindah domain surel"
        lead="Untuk domain yang diganti seluruhnya, misalnya kemenkumham.go.id menjadi kemenimipas.go.id."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={faults} />
      <PageForm class="card card-body prose mb-3" action={PATH} asks>
        <Field name="from" label="Domain lama" value={typed(sent, 'from')} maxLength={253} faults={faults} />
        <Field name="to" label="Domain baru" value={typed(sent, 'to')} maxLength={253} faults={faults} />
        {preview && <Preview books={preview} />}
        <div class="btn-list">
          <button class={preview ? 'btn' : 'btn btn-primary'} type="submit">
            Lihat yang akan pindah
          </button>
          {preview?.some(({ count }) => count > 0) && (
            <button class="btn btn-primary" type="submit" formaction={`${PATH}/pindahkan`}>
              Pindahkan semuanya
            </button>
          )}
        </div>
      </PageForm>
    </Layout>
  );
}

function Preview({ books }: { books: readonly MovedBook[] }): VNode {
  return (
    <Card title="Yang akan pindah">
      <ul class="list-group list-group-flush">
        {books.map(({ title, count, examples, clashes }) => (
          <li class="list-group-item" key={title}>
            <div class="fw-medium">
              {title} ({count})
            </div>
            {examples.length > 0 && (
              <div class="text-secondary text-break">
                {examples.join(', ')}
                {examples.length < count && ` dan ${count - examples.length} lainnya`}
              </div>
            )}
            {clashes.map(({ address, why }) => (
              <div class="text-break" key={address}>
                Tetap: {address} ({why})
              </div>
            ))}
          </li>
        ))}
      </ul>
      <p class="card-footer text-secondary mb-0">
        Pemilik akun diberi tahu di kedua alamat; undangan kunjungan yang akan datang dikirim ke alamat baru.
      </p>
    </Card>
  );
}
