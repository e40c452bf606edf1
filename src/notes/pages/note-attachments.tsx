import type { VNode } from 'preact';
import { Field } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { formatDate } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import { LARGEST_FILE, LARGEST_FILE_WORDS } from '../../platform/text/sizes.js';
import { mayClearPicture } from '../domain/note-parts.js';
import { mayWrite } from '../domain/note.js';
import type { NotePicture } from '../queries/note-contents.js';
import type { NotePageProps } from './note-page-props.js';

/** Longest side of a small picture, in pixels. */
const SMALL = 320;

/** The pictures of a note, and the form that adds one. */
export function NotePictures(props: NotePageProps): VNode | null {
  const { actor, whole, refusal } = props;
  const { note, pictures } = whole;
  const isOwn = mayWrite(note.unit, actor);
  if (pictures.length === 0 && !isOwn) return null;
  return (
    <section id="gambar">
      <h2>Gambar</h2>
      {pictures.length > 0 && (
        <ul class="note-pictures">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture {...props} picture={picture} />
            </li>
          ))}
        </ul>
      )}
      {isOwn && (
        <details class="fold" open={refusal?.form === 'picture'}>
          <summary>Tambah gambar</summary>
          <PictureForm {...props} />
        </details>
      )}
      {isOwn && note.visit !== null && (
        <p class="mt-2">
          <a href={`/kunjungan/${note.visit}/foto#praktik-baik`}>Ambil dari album foto kunjungannya</a>
        </p>
      )}
    </section>
  );
}

function Picture({ actor, whole, picture }: NotePageProps & { picture: NotePicture }): VNode {
  const { note } = whole;
  const path = `/praktik-baik/${note.id}/gambar/${picture.id}`;
  const scale = Math.min(1, SMALL / Math.max(picture.width, picture.height));
  return (
    <figure class="note-picture">
      <a href={path}>
        <img
          src={`${path}/kecil`}
          alt={picture.caption}
          width={Math.round(picture.width * scale)}
          height={Math.round(picture.height * scale)}
          loading="lazy"
        />
      </a>
      <figcaption>{picture.caption}</figcaption>
      {!picture.isCleared && (
        <p class="note-uncleared">
          <Icon name="alert" />
          Belum dinyatakan bebas wajah dan nama warga binaan: hanya UPT Anda yang melihatnya.
        </p>
      )}
      {mayWrite(note.unit, actor) && (
        <div class="btn-list">
          {!picture.isCleared && mayClearPicture(note, actor) && (
            <PageForm action={`${path}/izin`}>
              <button class="btn" type="submit">
                Nyatakan bebas<span class="visually-hidden">: {picture.caption}</span>
              </button>
            </PageForm>
          )}
          <Removal path={`${path}/hapus`} name={picture.caption} />
        </div>
      )}
    </figure>
  );
}

function Removal({ path, name }: { path: string; name: string }): VNode {
  return (
    <details class="fold note-removal">
      <summary>
        Hapus<span class="visually-hidden"> {name}</span>
      </summary>
      <PageForm action={path}>
        <p class="mb-2">Hilang untuk semua pembaca dan tidak dapat dikembalikan.</p>
        <button class="btn btn-danger" type="submit">
          Hapus
        </button>
      </PageForm>
    </details>
  );
}

function PictureForm({ whole, refusal }: NotePageProps): VNode {
  const refused = refusal?.form === 'picture' ? refusal : null;
  const { note } = whole;
  return (
    <PageForm
      id="gambar-baru"
      action={`/praktik-baik/${note.id}/gambar`}
      encType="multipart/form-data"
      data-upload={LARGEST_PICTURE}
    >
      <FileField
        scope="gambar"
        label="Berkas gambar"
        accept="image/jpeg,image/png,image/webp"
        hint="JPEG, PNG, atau WebP, paling besar 10 MB. Lokasi dan data kamera dihapus; ukurannya diperkecil."
        faults={refused && !refused.faults.fields['caption'] ? refused.faults : null}
      />
      <Field
        name="caption"
        label="Keterangan"
        hint="Apa yang terlihat pada gambar ini?"
        value={typed(refused?.sent, 'caption')}
        maxLength={300}
        faults={refused?.faults ?? null}
      />
      <label class="form-check note-clearance">
        <input class="form-check-input" type="checkbox" name="cleared" value="ya" />
        <span class="form-check-label">
          Gambar ini tidak memuat wajah atau nama warga binaan.
          <span class="d-block text-secondary">
            Tanpa pernyataan ini hanya UPT Anda yang melihatnya.
            {note.unitType === 'lpka' && ' Di LPKA yang menyatakannya adalah kepala.'}
          </span>
        </span>
      </label>
      <button class="btn" type="submit">
        Simpan gambar
      </button>
    </PageForm>
  );
}

interface FileFieldProps {
  scope: string;
  label: string;
  accept: string;
  hint: string;
  faults: FormFaults | null;
}

function FileField({ scope, label, accept, hint, faults }: FileFieldProps): VNode {
  const id = `${scope}-file`;
  return (
    <div class="mb-3">
      <label class="form-label" for={id}>
        {label}
      </label>
      <input
        class={faults ? 'form-control is-invalid' : 'form-control'}
        id={id}
        name="file"
        type="file"
        accept={accept}
        aria-describedby={`${id}-fault ${id}-hint`}
        aria-invalid={faults ? 'true' : undefined}
        autofocus={faults !== null}
        required
      />
      <div class="invalid-feedback" id={`${id}-fault`}>
        {faults?.detail}
      </div>
      <div class="form-hint mt-1" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}

/** The documents of a note, and the form that adds one. */
export function NoteFiles({ actor, whole, refusal }: NotePageProps): VNode | null {
  const { note, files } = whole;
  const isOwn = mayWrite(note.unit, actor);
  if (files.length === 0 && !isOwn) return null;
  const refused = refusal?.form === 'file' ? refusal : null;
  return (
    <section id="berkas">
      <h2>Berkas</h2>
      {files.length > 0 && (
        <ul class="note-files">
          {files.map(({ id, name, size, addedAt }) => (
            <li key={id}>
              <a class="note-file" href={`/praktik-baik/${note.id}/berkas/${id}`} download>
                <Icon name="file" />
                <span>
                  {name}
                  <span class="d-block text-secondary">
                    {sizeWords(size)} · {formatDate(addedAt, actor.timeZone)}
                  </span>
                </span>
              </a>
              {isOwn && <Removal path={`/praktik-baik/${note.id}/berkas/${id}/hapus`} name={name} />}
            </li>
          ))}
        </ul>
      )}
      {isOwn && (
        <details class="fold" open={refused !== null}>
          <summary>Tambah berkas</summary>
          <PageForm
            id="berkas-baru"
            action={`/praktik-baik/${note.id}/berkas`}
            encType="multipart/form-data"
            data-upload={LARGEST_FILE}
          >
            <FileField
              scope="berkas"
              label="Dokumen"
              accept=".pdf,.docx,.xlsx,.pptx,.odt"
              hint={`PDF, Word, Excel, PowerPoint, atau OpenDocument, paling besar ${LARGEST_FILE_WORDS}. Tanpa data warga binaan.`}
              faults={refused?.faults ?? null}
            />
            <button class="btn" type="submit">
              Simpan berkas
            </button>
          </PageForm>
        </details>
      )}
    </section>
  );
}
