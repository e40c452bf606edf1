import type { VNode } from 'preact';
import { LARGEST_FILE_WORDS } from '../text/sizes.js';
import type { FormFaults } from './forms.js';
import { PageForm } from './page-form.js';

interface DocumentUploadProps {
  /** Where the document is sent to. */
  action: string;
  faults: FormFaults | null;
}

/** A form that adds a document; what is wrong with it is said beside the field. */
export function DocumentUpload({ action, faults }: DocumentUploadProps): VNode {
  return (
    <PageForm class="card-footer" action={action} encType="multipart/form-data" id="berkas-baru">
      <label class="form-label" for="file">
        Tambah berkas
      </label>
      <input
        class={faults ? 'form-control is-invalid' : 'form-control'}
        id="file"
        name="file"
        type="file"
        required
        accept=".pdf,.docx,.xlsx,.pptx,.odt"
        aria-describedby={faults ? 'file-fault file-hint' : 'file-hint'}
        aria-invalid={faults ? 'true' : undefined}
        autofocus={faults !== null}
      />
      {faults && (
        <div class="invalid-feedback" id="file-fault">
          {faults.detail}
        </div>
      )}
      <div class="form-hint mt-1 mb-2" id="file-hint">
        PDF, Word, Excel, PowerPoint, atau OpenDocument, paling besar {LARGEST_FILE_WORDS}. Tanpa data warga
        binaan.
      </div>
      <button class="btn" type="submit">
        Simpan berkas
      </button>
    </PageForm>
  );
}
