import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { OfficePapers } from '../use-cases/keep-office-papers.js';

interface EmblemCardProps {
  read: OfficePapers;
  /** Why the picture that was sent is not kept. */
  faults: FormFaults | null;
}

/** The emblem above the letterhead. */
export function EmblemCard({ read: { office, papers }, faults }: EmblemCardProps): VNode {
  const hasEmblem = papers.emblem !== null;
  const path = `/upt/${office.code}/kop/lambang`;
  return (
    <Card title="Lambang">
      {hasEmblem && (
        <div class="card-body">
          <img class="mb-3" src={path} alt={`Lambang ${office.name}`} width={96} />
          <PageForm action={`${path}/hapus`}>
            <button class="btn" type="submit">
              Hapus lambang
            </button>
          </PageForm>
        </div>
      )}
      <PageForm class="card-body prose" action={path} encType="multipart/form-data">
        <label class="form-label" for="lambang">
          {hasEmblem ? 'Ganti lambang' : 'Pilih lambang'}
        </label>
        <input
          class={faults ? 'form-control is-invalid' : 'form-control'}
          id="lambang"
          name="file"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          required
          aria-describedby={faults ? 'lambang-fault lambang-hint' : 'lambang-hint'}
          aria-invalid={faults ? 'true' : undefined}
        />
        {faults && (
          <div class="invalid-feedback" id="lambang-fault">
            {faults.detail}
          </div>
        )}
        <div class="form-hint mt-1 mb-2" id="lambang-hint">
          JPEG, PNG, atau WebP, paling besar 10 MB. Tercetak di kiri kop.
        </div>
        <button class="btn" type="submit">
          Simpan lambang
        </button>
      </PageForm>
    </Card>
  );
}
