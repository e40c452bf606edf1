import type { VNode } from 'preact';
import { Check, Field, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { OutgoingEntry } from '../../visit-days/index.js';
import { LONGEST_BODY, LONGEST_CAPTION, LONGEST_TITLE, MOST_PHOTOS } from '../domain/press-kinds.js';
import type { PressRoom, ReadableText } from '../use-cases/read-press.js';
import type { RefusedPress } from './refused-press.js';

/** Ids that were ticked; one is sent as a text, none not at all. */
export function tickedPhotos({ photos }: SentForm): string[] {
  const given: unknown[] = Array.isArray(photos) ? photos : [photos];
  return given.filter((id): id is string => typeof id === 'string' && id !== '');
}

interface PressFormProps {
  path: string;
  room: PressRoom;
  text: ReadableText;
  refused: RefusedPress | undefined;
}

/** Title, text, and the photos that go along with their captions. */
export function PressForm({ path, room, text, refused }: PressFormProps): VNode {
  const own = refused?.form === 'teks' ? refused : null;
  const { content, saved } = text;
  const faults = own?.faults ?? null;
  return (
    <PageForm class="card-body" action={path} version={saved?.version ?? 0}>
      <Field
        name="title"
        label="Judul"
        value={own ? typed(own.sent, 'title') : content.title}
        maxLength={LONGEST_TITLE}
        faults={faults}
      />
      <TextArea
        name="body"
        label="Teks"
        hint="Alinea dipisah satu baris kosong. Yang masih dalam tanda kurung siku belum diketahui: lengkapi atau hapus."
        rows={24}
        value={own ? typed(own.sent, 'body') : content.body}
        maxLength={LONGEST_BODY}
        faults={faults}
      />
      <Photos {...{ room, text, own }} />
      <button class="btn btn-primary" type="submit">
        {saved ? 'Simpan' : 'Simpan sebagai versi pertama'}
      </button>
    </PageForm>
  );
}

function Photos({
  room: { known, visit },
  text: { content },
  own,
}: {
  room: PressRoom;
  text: ReadableText;
  own: RefusedPress | null;
}): VNode | null {
  if (known.photos.length === 0) return null;
  const ticked = own ? tickedPhotos(own.sent) : content.photos.map(({ id }) => id);
  const fault = own?.faults.fields['photos'];
  return (
    <fieldset class="mb-3">
      <legend class="form-label">Foto yang ikut (paling banyak {MOST_PHOTOS})</legend>
      {fault && <p class="invalid-feedback d-block">{fault}</p>}
      {known.photos.map((photo, index) => (
        <Photo
          key={photo.id}
          photo={photo}
          place={index + 1}
          visitId={visit.id}
          isTicked={ticked.includes(photo.id)}
          caption={
            own
              ? typed(own.sent, `caption-${photo.id}`)
              : (content.photos.find(({ id }) => id === photo.id)?.caption ??
                photo.text.slice(0, LONGEST_CAPTION))
          }
        />
      ))}
    </fieldset>
  );
}

const Photo = ({
  photo,
  place,
  visitId,
  isTicked,
  caption,
}: {
  photo: OutgoingEntry;
  place: number;
  visitId: string;
  isTicked: boolean;
  caption: string;
}): VNode => (
  <div class="press-photo">
    <img
      class="rounded"
      src={`/kunjungan/${visitId}/entri/${photo.id}/kecil`}
      alt={photo.text || `Foto dari ${photo.authorName}`}
      width={96}
      loading="lazy"
    />
    <div>
      <Check
        name="photos"
        scope={photo.id}
        value={photo.id}
        label={`Muat foto ${place}`}
        checked={isTicked}
        faults={null}
      />
      <Field
        name={`caption-${photo.id}`}
        label={`Keterangan foto ${place}`}
        value={caption}
        maxLength={LONGEST_CAPTION}
        faults={null}
        optional
      />
    </div>
  </div>
);
