import type { VNode } from 'preact';
import { TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import { sizeWords } from '../../platform/text/sizes.js';
import type { ShownAlbum, ShownPhoto } from '../use-cases/read-album.js';
import { captionField, chosenField } from './album-form.js';
import type { AlbumRefusal } from './album-props.js';
import { clearanceWords, remarkWords } from './album-words.js';
import { thumbnailSize } from './thumbnail-size.js';

interface PhotoProps {
  photo: ShownPhoto;
  album: ShownAlbum;
}

/** A photo for those who only look. */
export function AlbumPhoto({ photo, album }: PhotoProps): VNode {
  const { id, text, mayClear } = photo;
  return (
    <article class="album-card">
      <Picture photo={photo} />
      <div class="album-words">
        {text && (
          <p class="mb-1">
            <PlainText text={text} />
          </p>
        )}
        <Origin photo={photo} album={album} />
        <Clearance photo={photo} album={album} />
        {mayClear && (
          <PageForm action={`/kunjungan/${album.visit.id}/entri/${id}/izin`}>
            <input type="hidden" name="asal" value="foto" />
            <button class="btn text-wrap" type="submit">
              <Icon name="check" />
              <ClearWords photo={photo} />
            </button>
          </PageForm>
        )}
        <Ways photo={photo} album={album} />
      </div>
    </article>
  );
}

interface ArrangedProps extends PhotoProps {
  /** From 0. */
  index: number;
  refused: AlbumRefusal | null;
}

/** A photo for those who describe, order and choose. */
export function ArrangedPhoto({ photo, album, index, refused }: ArrangedProps): VNode {
  const { id, text, chosen, awaits } = photo;
  const sent = refused?.sent;
  const caption = sent && captionField(id) in sent ? typed(sent, captionField(id)) : text;
  const isChosen = sent ? typed(sent, chosenField(id)) === 'ya' : chosen;
  return (
    <fieldset class="album-card">
      <legend class="visually-hidden" data-place>
        Foto ke-{index + 1}
      </legend>
      <div class="album-side">
        <Picture photo={photo} />
        <OrderButtons photo={photo} count={album.photos.length} index={index} />
      </div>
      <div class="album-words">
        <TextArea
          name={captionField(id)}
          label={`Keterangan foto ke-${index + 1}`}
          hint="Siapa, sedang melakukan apa, di mana. Tanpa nama atau data warga binaan."
          value={caption}
          rows={2}
          maxLength={4000}
          faults={captionFaults(refused, index, id)}
          optional
        />
        <Remarks photo={photo} />
        {(awaits === null || chosen) && (
          <label class="form-check">
            <input
              class="form-check-input"
              type="checkbox"
              name={chosenField(id)}
              id={chosenField(id)}
              value="ya"
              checked={isChosen}
              data-chosen
            />
            <span class="form-check-label">
              Foto pilihan{awaits === null ? '' : ' (ikut lagi setelah diizinkan)'}
            </span>
          </label>
        )}
        <Origin photo={photo} album={album} />
        <Clearance photo={photo} album={album} />
        <Ways photo={photo} album={album} />
        <Deeds photo={photo} />
      </div>
    </fieldset>
  );
}

/** The fault of a caption beside it; the API's body counts photos. */
function captionFaults(refused: AlbumRefusal | null, index: number, id: string) {
  const fault = refused?.faults.fields[`photos.${index}.caption`];
  return fault === undefined ? null : { fields: { [captionField(id)]: fault } };
}

function Picture({ photo }: { photo: ShownPhoto }): VNode {
  const { id, visitId, text, authorName, isCover, chosen, awaits, blurs } = photo;
  const path = `/kunjungan/${visitId}/entri/${id}`;
  return (
    <figure class="album-picture">
      <a href={`${path}/foto`}>
        {/* Another address once parts were blurred, so that no browser shows the old one. */}
        <img
          src={`${path}/kecil${blurs > 0 ? `?samar=${blurs}` : ''}`}
          alt={text || `Foto dari ${authorName}`}
          loading="lazy"
          {...thumbnailSize(photo)}
        />
      </a>
      <span class="album-badge" data-cover hidden={!isCover}>
        Sampul
      </span>
      {chosen && !isCover && awaits === null && <span class="album-badge album-badge-chosen">Pilihan</span>}
    </figure>
  );
}

function OrderButtons({ photo, index, count }: { photo: ShownPhoto; index: number; count: number }): VNode {
  return (
    <div class="album-order">
      <span class="album-handle" title="Seret untuk mengurutkan" aria-hidden="true">
        <Icon name="menu" />
      </span>
      <button
        class="btn btn-icon"
        type="submit"
        name="aksi"
        value={`naik:${photo.id}`}
        id={`naik-${photo.id}`}
        disabled={index === 0}
        data-moves="-1"
        aria-label={`Naik: foto ke-${index + 1}`}
      >
        <Icon name="up" />
      </button>
      <button
        class="btn btn-icon"
        type="submit"
        name="aksi"
        value={`turun:${photo.id}`}
        id={`turun-${photo.id}`}
        disabled={index === count - 1}
        data-moves="1"
        aria-label={`Turun: foto ke-${index + 1}`}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}

function Remarks({ photo: { remarks } }: { photo: ShownPhoto }): VNode | null {
  if (remarks.length === 0) return null;
  return (
    <ul class="album-remarks">
      {remarks.map((remark) => (
        <li key={remark}>{remarkWords[remark]}</li>
      ))}
    </ul>
  );
}

function Origin({ photo, album }: PhotoProps): VNode {
  const { authorName, authorUnitName, enteredAt, late, blurs } = photo;
  const zone = album.visit.timeZone;
  return (
    <p class="text-secondary mb-1">
      {authorName}, {authorUnitName} · {formatDate(enteredAt, zone)}, pukul {formatTime(enteredAt, zone)}
      {late && ' · menyusul'}
      {blurs > 0 && ' · sebagian disamarkan'}
    </p>
  );
}

function Clearance({ photo, album }: PhotoProps): VNode {
  return (
    <p class={photo.awaits === null ? 'album-clear' : 'album-waits'}>
      <Icon name={photo.awaits === null ? 'check' : 'alert'} />
      {clearanceWords(photo, album.visit.hostUnitName)}
    </p>
  );
}

function Ways({ photo, album }: PhotoProps): VNode | null {
  const { id, visitId, mayBlur, originalWidth, originalHeight, originalSize } = photo;
  const isWhole = album.mayTakeWhole && originalSize !== null;
  if (!mayBlur && !isWhole) return null;
  return (
    <div class="btn-list mb-2">
      {mayBlur && (
        <a class="btn" href={`/kunjungan/${visitId}/foto/${id}/samarkan`}>
          <Icon name="pencil" />
          Samarkan wajah
        </a>
      )}
      {isWhole && (
        <a class="btn" href={`/kunjungan/${visitId}/entri/${id}/asli`} download>
          <Icon name="file" />
          Unduh foto utuh ({originalWidth} × {originalHeight}, {sizeWords(originalSize)})
        </a>
      )}
    </div>
  );
}

const ClearWords = ({ photo: { awaits } }: { photo: ShownPhoto }): VNode => (
  <>{awaits === 'head' ? 'Izinkan foto ini' : 'Foto ini tidak memuat wajah atau nama warga binaan'}</>
);

/** Buttons that save the album as well. */
function Deeds({ photo }: { photo: ShownPhoto }): VNode {
  const { id, mayClear, mayBlur, mayRemove } = photo;
  return (
    <>
      {mayClear && (
        <div class="mb-2">
          {mayBlur && <p class="mb-1">Bila ada wajah warga binaan, samarkan dahulu sebelum mengizinkan.</p>}
          <button class="btn text-wrap" type="submit" name="aksi" value={`izin:${id}`}>
            <Icon name="check" />
            <ClearWords photo={photo} />
          </button>
        </div>
      )}
      {mayRemove && (
        <details>
          <summary class="text-secondary py-2">Hapus…</summary>
          <button class="btn btn-danger" type="submit" name="aksi" value={`hapus:${id}`}>
            <Icon name="trash" />
            Hapus foto ini
          </button>
        </details>
      )}
    </>
  );
}
