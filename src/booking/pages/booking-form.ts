import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { IsCalendarDate, IsCode, IsMailAddress, IsPhone, IsText } from '../../platform/http/fields.js';
import type { NewVisit } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';

export const kinds = ['study-visit', 'working-visit', 'coordination'] as const;

/** The texts of a booking form on the way into a visit. */
export class BookingForm {
  @IsIn(kinds)
  bentuk: (typeof kinds)[number];

  @IsText(200)
  @IsNotEmpty()
  judul: string;

  @IsText(4000)
  @IsNotEmpty()
  maksud: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsText(100, { each: true })
  topikKunjungan: string[];

  @IsArray()
  @ArrayMaxSize(20)
  @IsCode({ each: true })
  programKunjungan: string[];

  @IsText(300)
  tempat: string;

  @IsOptional()
  @IsText(100)
  nomorSurat: string | null;

  @IsOptional()
  @IsCalendarDate()
  tanggalSurat: string | null;

  @IsText(200)
  @IsNotEmpty()
  narahubung: string;

  @IsOptional()
  @IsPhone()
  telepon: string | null;

  @IsOptional()
  @IsMailAddress()
  surel: string | null;
}

/** Topics as they are typed: between commas, semicolons or line breaks. */
export const topicsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((topic) => topic.trim())
    .filter(Boolean);

const orNull = (text: string): string | null => text.trim() || null;

/** What was typed in the shape that `BookingForm` checks. */
export function formOf({ content, programs }: BookingInput): Record<keyof BookingForm, unknown> {
  return {
    ...content,
    topikKunjungan: topicsOf(content.topikKunjungan),
    programKunjungan: programs,
    nomorSurat: orNull(content.nomorSurat),
    tanggalSurat: orNull(content.tanggalSurat),
    telepon: orNull(content.telepon),
    surel: orNull(content.surel),
  };
}

/** What a checked form says of the visit. */
export function detailsOf(form: BookingForm): NewVisit['details'] {
  return {
    title: form.judul,
    purpose: form.maksud,
    topics: form.topikKunjungan,
    programs: form.programKunjungan,
    place: form.tempat,
    contactName: form.narahubung,
    contactPhone: form.telepon,
    contactEmail: form.surel,
    requestLetterNumber: form.nomorSurat,
    requestLetterDate: form.tanggalSurat,
  };
}
