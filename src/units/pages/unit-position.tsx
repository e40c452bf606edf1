import type { VNode } from 'preact';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate } from '../../platform/text/dates.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';

/** Six decimals are about a tenth of a metre. */
const degrees = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** Where a position stands on a map of somebody else's, which opens only when it is asked for. */
function mapAddress(latitude: number, longitude: number): string {
  const [north, east] = [degrees(latitude), degrees(longitude)];
  return `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`;
}

interface UnitPositionProps {
  unit: UnitDetailsFact;
  /** Whether the reader may say that it is right. */
  mayConfirm: boolean;
}

/** Where a unit is, with a way to a map, and who confirmed it; or that it is only about there, with the way to confirm it. */
export function UnitPosition({ unit, mayConfirm }: UnitPositionProps): VNode {
  const { code, latitude, longitude, version, positionConfirmedAt, positionConfirmedBy, timeZone } = unit;
  if (latitude === null || longitude === null) return <>Belum tercatat</>;
  const [north, east] = [latitude, longitude].map((value) => degrees(value).replace('.', ','));
  return (
    <>
      <a class="text-decoration-underline" href={mapAddress(latitude, longitude)} rel="noopener noreferrer">
        Lihat di peta
      </a>{' '}
      <span class="text-secondary">
        (lintang {north}, bujur {east})
      </span>
      <span class="d-block">
        {positionConfirmedAt
          ? `Dipastikan${positionConfirmedBy === null ? '' : ` oleh ${positionConfirmedBy}`} pada ${formatDate(positionConfirmedAt, timeZone)}`
          : 'Kira-kira; belum dipastikan'}
      </span>
      {mayConfirm && !positionConfirmedAt && (
        <PageForm action={`/upt/${code}/letak`} version={version} class="mt-2">
          <button class="btn" type="submit">
            Letak ini benar
          </button>
        </PageForm>
      )}
    </>
  );
}
