import { resolve } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  Max,
  Min,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { IsPublicAddress } from './public-address.js';
import { trustedProxies, trustedProxiesHelp, type TrustedProxies } from './trusted-proxies.js';

const asNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? Number(value) : value;
const asSwitch = ({ value }: { value: unknown }): unknown =>
  value === 'on' || value === 'true' || value === '1'
    ? true
    : value === 'off' || value === 'false' || value === '0'
      ? false
      : value;

/** Letters before the @ of MAIL_FROM that leave room for a plus and a token in 64 octets (RFC 5321 section 4.5.3.1.1). */
const LONGEST_LOCAL_PART = 37;
const hasRoomForToken = (address: string): boolean =>
  Buffer.byteLength(address.slice(0, address.lastIndexOf('@'))) <= LONGEST_LOCAL_PART;

/** How an S3-compatible server is reached. */
export interface S3Access {
  /** Null for Amazon's own of the region. */
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
  /** Whether the bucket stands in the path and not in the host's name. */
  pathStyle: boolean;
}

/** Every setting of the system. All are optional; the README has the same table. */
export class Environment {
  /** TCP port of the HTTP server; 0 takes a free one. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  /** Address the HTTP server listens on. */
  @IsString()
  HOST = '127.0.0.1';

  /** Address people reach the system at, used in mails, feeds and calendars: scheme, host and port. */
  @IsOptional()
  @IsPublicAddress()
  PUBLIC_URL?: string;

  /** Folder of the embedded database, of kept mails and of files. */
  @Transform(({ value }: { value: string }) => resolve(value))
  @IsString()
  DATA_DIR = resolve('data');

  /** PostgreSQL 15 or newer of one's own; without it the embedded server is started. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must start with postgres:// or postgresql://' })
  DATABASE_URL?: string;

  /** Most connections the application opens to the database. */
  @Transform(asNumber)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 10;

  /** Most seconds that a statement may take for somebody who waits for a page; jobs have five minutes. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  @Max(300)
  DATABASE_TIMEOUT = 8;

  /** Seconds that a server which was told to stop goes on answering, while it already says that it is not ready. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(60)
  DRAIN_SECONDS = 0;

  /** SMTP server for outgoing mail; without it mails are kept in DATA_DIR. */
  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must start with smtp:// or smtps://' })
  SMTP_URL?: string;

  /** Name that this host says to the SMTP server (EHLO, RFC 5321 section 4.1.1.1); without it the machine's own. */
  @IsOptional()
  @Matches(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, { message: 'SMTP_NAME must be a host name' })
  SMTP_NAME?: string;

  /** Mailbox that MAIL_FROM's mail arrives in, read for answers: imaps://user:password@host/INBOX. */
  @IsOptional()
  @Matches(/^imaps?:\/\/[^/@\s]+@[^/@\s]+/, { message: 'IMAP_URL must be imaps://user:password@host' })
  IMAP_URL?: string;

  /** Name of the office that runs the system, as invitations say it; without it they do not say. */
  @IsString()
  @MaxLength(200)
  OPERATOR = '';

  /** Sender of mails and organizer of calendar events: an address that receives mail. */
  @Matches(/^([^<>"\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, {
    message: 'MAIL_FROM must be an address, or a name with an address in <>',
  })
  MAIL_FROM = 'Sambang <sambang@localhost>';

  /** Whether mail to `name+anything@domain` reaches the mailbox of MAIL_FROM, so that a secret there proves an answer. */
  @Transform(asSwitch)
  @IsBoolean({ message: 'MAIL_PLUS must be on or off' })
  MAIL_PLUS = true;

  /** Name by which the server of that mailbox signs its Authentication-Results (RFC 8601); without it none counts. */
  @IsOptional()
  @Matches(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i, { message: 'MAIL_AUTHSERV_ID must be a host name' })
  MAIL_AUTHSERV_ID?: string;

  /** Most mails a minute to one recipient domain; 0 for no limit. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(100_000)
  MAIL_RATE = 120;

  /** File with the RSA private key (PEM) that signs mails for the domain of MAIL_FROM (DKIM, RFC 6376). */
  @IsOptional()
  @IsString()
  DKIM_KEY?: string;

  /** Selector of that key: its public half is the TXT record of <selector>._domainkey.<domain>. */
  @Matches(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, { message: 'DKIM_SELECTOR must be a DNS name' })
  DKIM_SELECTOR = 'sambang';

  /** Whether this process works the jobs (mails, reminders, expiry). */
  @Transform(asSwitch)
  @IsBoolean({ message: 'JOBS must be on or off' })
  JOBS = true;

  /** Whose X-Forwarded-* headers are believed: nobody's, those of this many proxies in front, or of these networks. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? trustedProxies(value) : value))
  @IsDefined({ message: trustedProxiesHelp })
  TRUST_PROXY: TrustedProxies = false;

  /** Most tries a minute from one network (IPv4 address, IPv6 /64) that could guess a password or a link; 0 for no limit. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(100_000)
  RATE_LIMIT = 30;

  /** Folder that a backup is written to each night; without it none is. */
  @IsOptional()
  @Transform(({ value }: { value: string }) => resolve(value))
  @IsString()
  BACKUP_DIR?: string;

  /** How many nightly backups are kept; older ones are removed. */
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  @Max(1000)
  BACKUP_KEEP = 14;

  /** Months after which a mail that was sent or given up loses its text and files; 0 keeps them for good. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(1200)
  KEEP_MAIL_BODIES = 24;

  /** Months after which a mail that came in loses its source; 0 keeps them for good. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(1200)
  KEEP_RECEIVED_MAILS = 24;

  /**
   * Months after which links, tokens, keys and imports are dropped; all that they were good for ends within three years:
   * a visit begins within a year and a host's notice, and its links live a year longer. 0 keeps them for good.
   */
  @Transform(asNumber)
  @IsInt()
  @ValidateIf((_, months) => months !== 0)
  @Min(36)
  @Max(1200)
  KEEP_ENDED = 36;

  /** Where documents go: the data folder, or an S3-compatible server. What lies in the other one is read there. */
  @IsIn(['folder', 's3'], { message: 'FILES_STORE must be folder or s3' })
  FILES_STORE: 'folder' | 's3' = 'folder';

  /** Address of the S3-compatible server; without it Amazon's own of the region. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
    {
      message: 'S3_ENDPOINT must be http://… or https://…',
    },
  )
  S3_ENDPOINT?: string;

  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'S3_REGION must be a name such as ap-southeast-3' })
  S3_REGION = 'us-east-1';

  /** Bucket that is there already, and Sambang's alone. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { message: 'S3_BUCKET must be the name of a bucket' })
  S3_BUCKET?: string;

  @IsOptional()
  @IsString()
  S3_ACCESS_KEY?: string;

  @IsOptional()
  @IsString()
  S3_SECRET_KEY?: string;

  /** Whether the bucket stands in the path (`https://host/bucket/…`) and not in the host's name. */
  @Transform(asSwitch)
  @IsBoolean({ message: 'S3_PATH_STYLE must be on or off' })
  S3_PATH_STYLE = true;

  /** Months after which it is forgotten who had whose NIP shown and who took which file away; 0 keeps it for good. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(1200)
  KEEP_LOOKS = 60;

  /** Months after which photos without clearance, and contacts at the door that no officer looked at, are dropped; 0 keeps them for good. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(1200)
  KEEP_UNCLEARED = 12;

  /** Months after which scans of signed letters that were sent are dropped; 0 keeps them for good. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(1200)
  KEEP_SIGNED_COPIES = 0;

  /** Bearer token of whoever collects metrics at /metrics; without it nobody does. */
  @IsOptional()
  @Matches(/^[!-~]{32,200}$/, {
    message: 'METRICS_TOKEN must be 32 to 200 letters, digits and signs without a space',
  })
  METRICS_TOKEN?: string;

  @IsIn(['error', 'warn', 'log', 'debug'])
  LOG_LEVEL: 'error' | 'warn' | 'log' | 'debug' = 'log';

  /** Lines for people, or a JSON object a line for a program that collects them. */
  @IsIn(['pretty', 'json'])
  LOG_FORMAT: 'pretty' | 'json' = 'pretty';

  /** The address people use: PUBLIC_URL, or the one this server listens on. */
  get publicUrl(): string {
    return this.PUBLIC_URL ?? `http://localhost:${this.PORT}`;
  }

  /** How the S3-compatible server is reached; null where none is set. */
  get s3(): S3Access | null {
    const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_PATH_STYLE } = this;
    if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) return null;
    return {
      endpoint: S3_ENDPOINT ?? null,
      region: S3_REGION,
      bucket: S3_BUCKET,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      pathStyle: S3_PATH_STYLE,
    };
  }

  /** The bare address of MAIL_FROM. */
  get mailAddress(): string {
    return /<([^<>]+)>$/.exec(this.MAIL_FROM)?.[1] ?? this.MAIL_FROM;
  }

  /** Whether people reach the system over TLS, so that cookies must say Secure. */
  get overTls(): boolean {
    return this.publicUrl.startsWith('https://');
  }
}

/** Thrown at boot with every faulty setting, so that one start shows them all. */
export class EnvironmentError extends Error {
  constructor(readonly faults: string[]) {
    super(`These settings are not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

const settingNames = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_POOL',
  'DATABASE_TIMEOUT',
  'DRAIN_SECONDS',
  'SMTP_URL',
  'SMTP_NAME',
  'IMAP_URL',
  'OPERATOR',
  'MAIL_FROM',
  'MAIL_PLUS',
  'MAIL_AUTHSERV_ID',
  'MAIL_RATE',
  'DKIM_KEY',
  'DKIM_SELECTOR',
  'JOBS',
  'TRUST_PROXY',
  'RATE_LIMIT',
  'BACKUP_DIR',
  'BACKUP_KEEP',
  'FILES_STORE',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'S3_PATH_STYLE',

  'KEEP_MAIL_BODIES',
  'KEEP_RECEIVED_MAILS',
  'KEEP_ENDED',
  'KEEP_LOOKS',
  'KEEP_UNCLEARED',
  'KEEP_SIGNED_COPIES',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'LOG_FORMAT',
] as const satisfies (keyof Environment)[];

/**
 * Reads and checks the settings; an empty value counts as not set.
 *
 * @throws EnvironmentError naming every fault
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment).flatMap((error) => Object.values(error.constraints ?? {}));
  if (environment.MAIL_PLUS && !hasRoomForToken(environment.mailAddress)) {
    faults.push(
      `MAIL_FROM has more than ${LONGEST_LOCAL_PART} letters before its @: shorten it, or set MAIL_PLUS=off`,
    );
  }
  if (environment.FILES_STORE === 's3' && environment.s3 === null) {
    faults.push('FILES_STORE=s3 needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY');
  }
  if (faults.length > 0) throw new EnvironmentError(faults);
  return environment;
}
