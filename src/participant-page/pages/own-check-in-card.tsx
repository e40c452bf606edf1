import type { VNode } from 'preact';
import type { OwnCheckIn } from '../../check-in/index.js';
import { Card } from '../../platform/pages/card.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { addressOf } from './addresses.js';

interface OwnCheckInCardProps {
  token: string;
  door: OwnCheckIn;
}

/** How a participant says on the day to be there: by one press after a scan, else by the personal code. */
export function OwnCheckInCard({ token, door }: OwnCheckInCardProps): VNode {
  return (
    <Card title="Daftar hadir hari ini">
      <div class="card-body">
        {door.hasScanned ? (
          <PageForm action={addressOf(token, 'hadir')}>
            <button class="btn btn-primary w-100" type="submit">
              Saya hadir
            </button>
          </PageForm>
        ) : (
          <>
            <p>Pindai kode di layar tuan rumah, lalu pilih nama Anda atau tulis kode pribadi ini:</p>
            <p class="own-check-in-code mb-0">{door.code}</p>
          </>
        )}
      </div>
    </Card>
  );
}
