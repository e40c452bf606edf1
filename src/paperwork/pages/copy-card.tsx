import type { VNode } from 'preact';
import { PageForm } from '../../platform/pages/page-form.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { formatMoment } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import type { Zone } from '../../platform/text/zones.js';
import { CAMERA_PAGES, COPY_WORDS, type SignedCopy } from '../domain/signed-copy.js';
import type { ReadableLetter } from '../use-cases/read-letters.js';

const PHOTOS = 'image/jpeg,image/png,image/webp';
const PAGES = Array.from({ length: CAMERA_PAGES }, (_, index) => index + 1);

interface CopyProps {
  /** Address of the register. */
  path: string;
  letter: ReadableLetter;
  /** What tells the letter from the others, for those who hear the page. */
  about: string;
  zone: Zone;
  faults: FormFaults | null;
}

/** The signed copy of a letter: to take away, and for its own office to upload. */
export function CopyPart(props: CopyProps): VNode | null {
  const { path, letter, about, zone } = props;
  const { copy, signedFile, mayChange } = letter;
  if (copy === null && signedFile === null && !mayChange) return null;
  return (
    <div class="mb-2">
      {(copy !== null || signedFile !== null) && (
        <p class="mb-2">
          <a class="btn" href={`${path}/${letter.id}/salinan`} download rel="nofollow">
            Unduh salinan bertanda tangan<span class="visually-hidden"> {about}</span>
          </a>{' '}
          {copy && <CopyWords copy={copy} zone={zone} />}
        </p>
      )}
      {mayChange && <UploadForm {...props} />}
      {mayChange && copy !== null && (
        <PageForm action={`${path}/${letter.id}/salinan/hapus`} version={letter.version}>
          <button class="btn btn-sm" type="submit">
            Hapus salinan<span class="visually-hidden"> {about}</span>
          </button>
        </PageForm>
      )}
    </div>
  );
}

const CopyWords = ({ copy: { name, size, addedAt }, zone }: { copy: SignedCopy; zone: Zone }): VNode => (
  <span class="text-secondary text-break">
    {name}, {sizeWords(size)}, diunggah {formatMoment(addedAt, zone)}
  </span>
);

/** A file from the device, or pages from the camera one by one: what asks for the camera lets some phones choose no file. */
function UploadForm({ path, letter: { id, version, copy }, about, faults }: CopyProps): VNode {
  const hint = `${id}-salinan-hint`;
  return (
    <details open={faults !== null}>
      <summary>
        {copy === null ? 'Unggah salinan bertanda tangan' : 'Ganti salinan bertanda tangan'}
        <span class="visually-hidden"> {about}</span>
      </summary>
      <PageForm
        class="prose mt-2 mb-2"
        action={`${path}/${id}/salinan`}
        encType="multipart/form-data"
        version={version}
      >
        <label class="form-label" for={`${id}-salinan`}>
          Berkas atau foto
        </label>
        <input
          class={faults ? 'form-control is-invalid' : 'form-control'}
          id={`${id}-salinan`}
          name="file"
          type="file"
          multiple
          accept={`application/pdf,.docx,${PHOTOS}`}
          aria-describedby={faults ? `${id}-salinan-fault ${hint}` : hint}
          aria-invalid={faults ? 'true' : undefined}
        />
        {faults && (
          <div class="invalid-feedback" id={`${id}-salinan-fault`}>
            {faults.detail}
          </div>
        )}
        <div class="form-hint mt-1 mb-2" id={hint}>
          {COPY_WORDS}. Beberapa foto menjadi satu PDF menurut urutan dipilih; lokasi dan data kamera dihapus.
        </div>
        <CameraPages id={id} about={about} />
        <button class="btn btn-primary" type="submit">
          Simpan salinan
        </button>
      </PageForm>
    </details>
  );
}

/** Each page of a paper by the phone's camera, in their order. */
const CameraPages = ({ id, about }: { id: string; about: string }): VNode => (
  <details class="mb-2">
    <summary>
      Ambil dengan kamera, halaman demi halaman<span class="visually-hidden"> {about}</span>
    </summary>
    {PAGES.map((page) => (
      <div key={page} class="mt-2">
        <label class="form-label" for={`${id}-halaman-${page}`}>
          Foto halaman {page}
        </label>
        <input
          class="form-control"
          id={`${id}-halaman-${page}`}
          name="file"
          type="file"
          accept={PHOTOS}
          capture="environment"
        />
      </div>
    ))}
  </details>
);
