import type { ComponentChildren, VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PlainText } from '../../platform/pages/free-text.js';
import type { ReadableLeg, ReadableTrip } from '../use-cases/read-trip.js';

interface SideBySideProps {
  readable: Pick<ReadableTrip, 'legs' | 'seen'>;
  programs: ReadonlyMap<string, string>;
}

/** The hosts of a trip side by side: what was, or is to be, seen of the same matter. */
export function SideBySide({ readable: { legs, seen }, programs }: SideBySideProps): VNode | null {
  const standing = legs.filter(({ isOut }) => !isOut);
  if (standing.length < 2) return null;
  const seenAt = ({ visit }: ReadableLeg) => seen.find(({ visitId }) => visitId === visit.id);
  const rows: readonly (readonly [name: string, show: (leg: ReadableLeg) => ComponentChildren])[] = [
    [
      'Program',
      ({ visit }) => (
        <Shared items={visit.programs} of={standing.map((leg) => leg.visit.programs)} names={programs} />
      ),
    ],
    ['Topik', ({ visit }) => <Shared items={visit.topics} of={standing.map((leg) => leg.visit.topics)} />],
    ['Hasil', (leg) => <PlainText text={seenAt(leg)?.outcomes ?? ''} />],
    ['Keputusan', (leg) => <PlainText text={seenAt(leg)?.decisions ?? ''} />],
    ['Praktik baik', (leg) => seenAt(leg)?.practices.join('; ') ?? ''],
    ['Tindak lanjut', (leg) => (seenAt(leg) ? `${seenAt(leg)?.promises ?? 0} janji` : '')],
  ];
  return (
    <Card title="Tuan rumah berdampingan">
      <div class="card-body trip-compared" tabIndex={0} role="region" aria-label="Tuan rumah berdampingan">
        <table class="table mb-0">
          <thead>
            <tr>
              <th scope="col">Yang dilihat</th>
              {standing.map(({ visit }) => (
                <th scope="col" key={visit.id}>
                  <a href={`/kunjungan/${visit.id}`}>{visit.hostUnitName}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, show]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {standing.map((leg) => (
                  <td key={leg.visit.id}>{show(leg)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p class="text-secondary mb-0 mt-2">
          Yang bertanda * dilihat di lebih dari satu tuan rumah. Hasil dan keputusan diambil dari ringkasan
          yang sudah dikirim.
        </p>
      </div>
    </Card>
  );
}

interface SharedProps {
  items: readonly string[];
  /** Those of all legs. */
  of: readonly (readonly string[])[];
  names?: ReadonlyMap<string, string>;
}

/** What a leg is about; what others are about, too, has a mark. */
function Shared({ items, of, names }: SharedProps): VNode {
  return (
    <>
      {items.map((item, index) => {
        const isShared = of.filter((other) => other.includes(item)).length > 1;
        return (
          <span key={item}>
            {index > 0 && '; '}
            {names?.get(item) ?? item}
            {isShared && '*'}
          </span>
        );
      })}
    </>
  );
}
