import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { matrixOf, type MatrixPair } from '../domain/matrix.js';
import type { SinergiFigures } from '../use-cases/sinergi-figures.js';
import type { FigureLinks } from './sinergi-query.js';

/** Most guests and hosts that fit a screen. */
const MOST = 20;

/** Shades from pale to full. */
const SHADES = 4;

interface MatrixProps {
  figures: SinergiFigures;
  links: FigureLinks;
}

/** Guests down, hosts across: units of one region, regional offices of the whole country. */
export function GuestHostMatrix({ figures, links }: MatrixProps): VNode | null {
  const isNational = figures.scope.office === null;
  const pairs: MatrixPair[] = isNational
    ? figures.officePairs.map(({ guestOffice, hostOffice, count }) => ({
        guest: guestOffice,
        host: hostOffice,
        count,
      }))
    : figures.pairs;
  if (pairs.length === 0) return null;
  const names = new Map(
    isNational
      ? figures.choices.offices.map(({ code, name }) => [code, name])
      : figures.pairs.flatMap(({ guest, guestName, host, hostName }) => [
          [guest, guestName] as const,
          [host, hostName] as const,
        ]),
  );
  const hrefOf = (guest: string, host: string): string =>
    links.visits({
      keadaan: 'disepakati',
      ...(isNational ? { asal: guest, tujuan: host } : { tamu: guest, tuan: host }),
    });
  return (
    <Card title={isNational ? 'Kanwil tamu dan Kanwil tuan rumah' : 'UPT tamu dan UPT tuan rumah'}>
      <MatrixTable pairs={pairs} names={names} hrefOf={hrefOf} />
    </Card>
  );
}

interface MatrixTableProps {
  pairs: readonly MatrixPair[];
  names: ReadonlyMap<string, string>;
  hrefOf: (guest: string, host: string) => string;
}

function MatrixTable({ pairs, names, hrefOf }: MatrixTableProps): VNode {
  const { guests, hosts, counts, guestSums, most } = matrixOf(pairs);
  const [shownGuests, shownHosts] = [guests.slice(0, MOST), hosts.slice(0, MOST)];
  return (
    <div class="sinergi-matrix" role="region" aria-label="Tabel tamu dan tuan rumah" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Tamu ke tuan rumah</th>
            {shownHosts.map((host) => (
              <th scope="col" key={host}>
                <span>{names.get(host)}</span>
              </th>
            ))}
            <th scope="col">
              <span>Jumlah</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shownGuests.map((guest, row) => (
            <tr key={guest}>
              <th scope="row">{names.get(guest)}</th>
              {shownHosts.map((host, column) => {
                const count = counts[row]?.[column] ?? 0;
                return (
                  <td
                    key={host}
                    class={count > 0 ? `shade-${Math.ceil((SHADES * count) / most)}` : undefined}
                  >
                    {count > 0 && (
                      <a href={hrefOf(guest, host)}>
                        {count}
                        <span class="visually-hidden">
                          {' '}
                          kunjungan {names.get(guest)} ke {names.get(host)}
                        </span>
                      </a>
                    )}
                  </td>
                );
              })}
              <td>{guestSums[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(guests.length > MOST || hosts.length > MOST) && (
        <p class="text-secondary">
          Ditampilkan {MOST} tamu dan tuan rumah tersibuk dari {guests.length} tamu dan {hosts.length} tuan
          rumah.
        </p>
      )}
    </div>
  );
}
