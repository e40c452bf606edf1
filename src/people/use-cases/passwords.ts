import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newSecret } from '../../platform/text/tokens.js';

/** OWASP Password Storage Cheat Sheet: Argon2id (the package's default kind), 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes and checks passwords with Argon2id (RFC 9106). */
@Injectable()
export class Passwords implements OnModuleInit {
  private nobodys: string;

  async onModuleInit(): Promise<void> {
    this.nobodys = await this.hash(newSecret());
  }

  /** The encoded hash, with its parameters and salt. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), options);
  }

  /** Whether the password belongs to the hash. Without a hash it takes the same time and is false. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const isRight = await verify(passwordHash ?? this.nobodys, password.normalize('NFC'));
    return isRight && passwordHash !== null;
  }
}
