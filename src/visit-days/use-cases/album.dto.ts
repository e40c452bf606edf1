import { IsBoolean, IsInt, IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { IsListOf, IsText } from '../../platform/http/fields.js';
import { MOST_PHOTOS } from '../domain/album.js';
import { MOST_BOXES } from '../domain/blur-boxes.js';

const largestVersion = 2_147_483_646;

export class AlbumPhotoBody {
  @IsUUID()
  id: string;

  /** What is to be seen: who, doing what, where. Left out: stays. */
  @IsOptional()
  @IsText(4000)
  caption?: string;

  /** Whether the photo goes on into report, summary, press text and note. Left out: stays. */
  @IsOptional()
  @IsBoolean()
  chosen?: boolean;
}

export class AlbumBody {
  /** Photos in their new order; those that are not named keep their places. */
  @IsListOf(() => AlbumPhotoBody, MOST_PHOTOS)
  photos: AlbumPhotoBody[];

  /** Of the album that was seen. */
  @IsInt()
  @Min(0)
  @Max(largestVersion)
  version: number;
}

/** A part of a photo in per cent of its width and height, from the upper left. */
export class BlurBoxBody {
  @IsNumber()
  @Min(0)
  @Max(100)
  x: number;

  @IsNumber()
  @Min(0)
  @Max(100)
  y: number;

  @IsNumber()
  @Min(0)
  @Max(100)
  width: number;

  @IsNumber()
  @Min(0)
  @Max(100)
  height: number;
}

export class BlurBody {
  @IsListOf(() => BlurBoxBody, MOST_BOXES)
  boxes: BlurBoxBody[];

  /** How often the photo was blurred, as it was seen (`blurs`). */
  @IsInt()
  @Min(0)
  @Max(largestVersion)
  version: number;
}

export class NotePhotoBody {
  /** A note that comes from the visit. */
  @IsUUID()
  note: string;
}
