import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { LookSwitch } from '../../platform/pages/look-switch.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { maskNip } from '../../platform/text/nip.js';
import { tokenDays } from '../domain/lifetimes.js';
import type { AccountFacts } from '../queries/account-facts.js';
import type { ApiTokenFacts } from '../queries/list-api-tokens.js';
import type { NewApiToken } from '../use-cases/api-tokens.js';
import { accountKeepers, roleNames } from './people-words.js';
import { TokenTable } from './token-list.js';
import { AddressForm } from './address-pages.js';
import { NameFields, type PersonField } from './person-fields.js';

/** A form that was refused, and what was typed in it. */
export interface Refused {
  form: 'account' | 'token' | 'address';
  sent: SentForm | undefined;
  faults: FormFaults;
}

interface AccountPageProps {
  actor: Actor;
  account: AccountFacts;
  tokens: readonly ApiTokenFacts[];
  notice?: string | undefined;
  /** The token that was just made; its secret is shown in this answer only. */
  fresh?: NewApiToken;
  refused?: Refused;
}

/** The own account: how one is reached, the password, and the keys of programs. */
export function AccountPage({ actor, account, tokens, notice, fresh, refused }: AccountPageProps): VNode {
  return (
    <Layout title="Akun saya" actor={actor} path="/akun">
      <PageHeading title="Akun saya" lead={account.email}>
        <a class="btn" href="/kalender/saya">
          Kalender saya
        </a>
      </PageHeading>
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <Card title="Data diri">
        <OwnForm account={account} refused={refused?.form === 'account' ? refused : undefined} />
        <div class="card-body">
          <Facts
            lines={[
              ['Alamat surel', account.email],
              ['Peran', roleNames[account.role]],
              ['Tempat tugas', account.placeName],
              ['NIP', account.nip === null ? null : maskNip(account.nip)],
            ]}
          />
        </div>
        <WhoKeeps role={actor.role} />
      </Card>
      <Card title="Alamat surel">
        <AddressForm
          action="/akun/surel"
          scope="surel"
          sent={refused?.form === 'address' ? refused.sent : undefined}
          faults={refused?.form === 'address' ? refused.faults : null}
        />
      </Card>
      <Card title="Tampilan">
        <div class="card-body">
          <p class="text-secondary mb-2">Untuk peramban ini. Otomatis: mengikuti setelan perangkat Anda.</p>
          <LookSwitch elsewhere="/akun" />
        </div>
      </Card>
      <Card title="Kata sandi">
        <PageForm class="card-body" action="/akun/sandi">
          <p class="text-secondary">
            Kami kirimkan tautan ke surel Anda. Setelah kata sandi baru tersimpan, Anda perlu masuk kembali di
            semua perangkat; token API dan langganan kalender Anda berakhir dan perlu dibuat lagi.
          </p>
          <button class="btn" type="submit">
            Kirim tautan ganti kata sandi
          </button>
        </PageForm>
      </Card>
      <Tokens
        actor={actor}
        tokens={tokens}
        fresh={fresh}
        refused={refused?.form === 'token' ? refused : undefined}
      />
    </Layout>
  );
}

const WhoKeeps = ({ role }: Pick<Actor, 'role'>): VNode => (
  <p class="card-footer text-secondary mb-0">
    Peran dan tempat tugas diubah oleh yang mengelola akun Anda: {accountKeepers[role]}. Salinan dan
    penghapusan:{' '}
    <a class="text-decoration-underline" href="/akun/data-saya">
      Data saya
    </a>
    .
  </p>
);

function OwnForm({ account, refused }: { account: AccountFacts; refused: Refused | undefined }): VNode {
  const { sent, faults = null } = refused ?? {};
  const value = (field: PersonField) =>
    refused ? typed(sent, field) : field === 'nip' ? '' : (account[field] ?? '');
  return (
    <PageForm class="card-body prose" action="/akun" version={account.version}>
      <RefusalAlert faults={faults} />
      <NameFields value={value} faults={faults} nip={account.nip} own />
      <button class="btn btn-primary" type="submit">
        Simpan
      </button>
    </PageForm>
  );
}

interface TokensProps extends Pick<AccountPageProps, 'actor' | 'tokens'> {
  fresh: NewApiToken | undefined;
  refused: Refused | undefined;
}

function Tokens({ actor, tokens, fresh, refused }: TokensProps): VNode {
  return (
    <Card title="Token API">
      <div class="card-body">
        <p class="text-secondary">
          Untuk program yang membaca atau mengirim data atas nama Anda. Program itu dapat melakukan semua yang
          boleh Anda lakukan.
        </p>
        {fresh && <Fresh token={fresh} />}
        <RefusalAlert faults={refused?.faults ?? null} />
        <PageForm class="prose" action="/akun/token">
          <Field
            name="name"
            scope="token"
            label="Nama token"
            maxLength={100}
            value={typed(refused?.sent, 'name')}
            placeholder="Misalnya: laporan bulanan"
            faults={refused?.faults ?? null}
          />
          <Select
            name="days"
            scope="token"
            label="Berlaku selama"
            options={tokenDays.offered.map((days) => ({ value: String(days), name: `${days} hari` }))}
            value={typed(refused?.sent, 'days') || String(tokenDays.usual)}
            faults={refused?.faults ?? null}
          />
          <button class="btn" type="submit">
            Buat token
          </button>
        </PageForm>
      </div>
      {tokens.length > 0 && <TokenTable tokens={tokens} base="/akun/token" zone={actor.timeZone} />}
    </Card>
  );
}

function Fresh({ token }: { token: NewApiToken }): VNode {
  return (
    <div class="alert alert-info d-block" role="status">
      <h3 class="alert-title">Token “{token.name}” dibuat</h3>
      <p class="text-body">Salin sekarang dan simpan di tempat yang aman: rahasia ini hanya tampil sekali.</p>
      <label class="form-label text-body" for="rahasia">
        Rahasia token
      </label>
      <input class="form-control font-monospace" id="rahasia" value={token.token} readOnly autofocus />
    </div>
  );
}
