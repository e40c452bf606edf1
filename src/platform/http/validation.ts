import {
  Injectable,
  ValidationPipe,
  type ArgumentMetadata,
  type ExecutionContext,
  type CanActivate,
  type ValidationError,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { FieldFault } from '../errors/app-error.js';
import { RequestError } from './request-error.js';

/** Indonesian texts of class-validator's constraints; `$1` is the constraint's first argument in its message. */
const texts: Readonly<Record<string, string>> = {
  isString: 'harus berupa teks',
  isNotEmpty: 'wajib diisi',
  isDefined: 'wajib diisi',
  isInt: 'harus berupa bilangan bulat',
  isNumber: 'harus berupa angka',
  isBoolean: 'harus bernilai true atau false',
  isArray: 'harus berupa daftar',
  isObject: 'harus berupa objek',
  isEmail: 'bukan alamat surel yang benar, contoh: nama@contoh.go.id',
  isUuid: 'bukan penanda (id) yang benar',
  isISO8601: 'harus berupa tanggal dan jam ISO 8601 dengan zona, contoh: 2025-10-30T09:00:00+07:00',
  isOffsetDateTime: 'harus berupa tanggal dan jam ISO 8601 dengan zona, contoh: 2025-10-30T09:00:00+07:00',
  isPeriodBound: 'harus berupa tanggal, contoh: 2025-10-30, atau tanggal dan jam ISO 8601 dengan zona',
  isClock: 'harus berupa jam, contoh: 09:00',
  isCalendarDate: 'harus berupa tanggal, contoh: 2025-10-30',
  isInRange: 'tahunnya harus antara 2000 dan 2100',
  isIn: 'nilainya tidak termasuk pilihan yang ada',
  isEnum: 'nilainya tidak termasuk pilihan yang ada',
  matches: 'bentuknya tidak sesuai',
  maxLength: 'terlalu panjang',
  minLength: 'terlalu pendek',
  max: 'terlalu besar',
  min: 'terlalu kecil',
  arrayMaxSize: 'terlalu banyak isinya',
  arrayMinSize: 'belum ada isinya',
  arrayUnique: 'tidak boleh ada yang sama',
  isUrl: 'bukan alamat web yang benar',
  isSecureLink: 'bukan tautan https yang benar, misalnya https://meet.google.com/abc-defg-hij',
  whitelistValidation: 'isian ini tidak dikenal',
  nestedValidation: 'harus berupa objek',
  unknownValue: 'harus berupa objek',
  isPostcode: 'harus lima angka, contoh: 53415',
  isNip: 'harus 18 angka',
  isPhone: 'bukan nomor telepon yang benar, contoh: 0812 3456 7890',
  isLatitude: 'lintang antara -90 dan 90',
  isLongitude: 'bujur antara -180 dan 180',
  isPlainText: 'tidak boleh memuat karakter kendali',
  isVisible: 'belum ada isinya yang terlihat',
};

/** What a fault is called where the usual text does not say enough; undefined for the usual one. */
export type FaultWords = (constraint: string, value: unknown) => string | undefined;

function faultsOf(errors: readonly ValidationError[], path: string, words: FaultWords): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
      field,
      message: words(name, error.value) ?? texts[name] ?? message,
    }));
    return [...own, ...faultsOf(error.children ?? [], field, words)];
  });
}

// What the columns of whole numbers hold.
const LARGEST_INTEGER = 2 ** 31 - 1;

// NUL, and half of a character.
const UNSTORABLE = /\0|\p{Cs}/u;

/** What the database cannot hold in any column: such a text, or a whole number of more than four bytes. */
function unstorable(value: unknown, field: string): FieldFault[] {
  if (typeof value === 'string' && UNSTORABLE.test(value))
    return [{ field, message: texts['isPlainText'] ?? '' }];
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > LARGEST_INTEGER) {
    return [{ field, message: texts[value > 0 ? 'max' : 'min'] ?? '' }];
  }
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    unstorable(inner, field ? `${field}.${name}` : name),
  );
}

/** What a page's address asks for, without the parts that cannot be: a page ignores what it does not understand. */
function withoutUnstorable(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return query;
  return Object.fromEntries(
    Object.entries(query).filter(([name, value]) => unstorable(value, name).length === 0),
  );
}

/** Whatever a handler gets of an address or a body can be stored, so that the database refuses none of it. */
class StorablePipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const taken: unknown = await super.transform(value, metadata);
    if (metadata.type === 'custom') return taken;
    if (metadata.type === 'query' && metadata.metatype === Object) return withoutUnstorable(taken);
    const faults = unstorable(taken, '');
    if (faults.length === 0) return taken;
    throw metadata.type === 'param'
      ? new RequestError('not-found')
      : new RequestError('validation-failed', {}, faults);
  }
}

/** Refuses a JSON body that is no object, on every route alike: also where nothing is read from a body. */
@Injectable()
export class ObjectBodies implements CanActivate {
  /** @throws RequestError `validation-failed` */
  canActivate(context: ExecutionContext): true {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    const isObject = typeof body === 'object' && !Array.isArray(body);
    if (body !== undefined && !isObject) {
      throw new RequestError('validation-failed', {}, [{ field: '', message: texts['isObject'] ?? '' }]);
    }
    return true;
  }
}

/** `version` is what the sender saw of what it changes: without it another's change would be lost unseen. */
const isVersionMissing = ({ property, value }: ValidationError): boolean =>
  property === 'version' && (value === undefined || value === null);

/** Checks every DTO: unknown fields, wrong types and bad values are all named at once. */
export function validationPipe(words: FaultWords = () => undefined): ValidationPipe {
  return new StorablePipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) =>
      errors.some(isVersionMissing)
        ? new RequestError('version-required')
        : new RequestError('validation-failed', {}, faultsOf(errors, '', words)),
  });
}
