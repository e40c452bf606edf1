import { Injectable, Module, type DynamicModule } from '@nestjs/common';
import type { MailSample } from '../text/mail-sample.js';

/** One sample of every kind of mail that the features write. */
@Injectable()
export class MailSamples {
  private readonly samples = new Map<string, MailSample>();

  add(samples: readonly MailSample[]): void {
    for (const sample of samples) this.samples.set(sample.name, sample);
  }

  all(): MailSample[] {
    return [...this.samples.values()];
  }

  byName(name: string): MailSample | null {
    return this.samples.get(name) ?? null;
  }
}

@Module({ providers: [MailSamples], exports: [MailSamples] })
export class MailSamplesModule {
  /** Lets a feature's module bring samples of the mails it writes. */
  static forFeature(make: () => MailSample[]): DynamicModule {
    const provider = {
      provide: Symbol('mail samples'),
      inject: [MailSamples],
      useFactory: (catalog: MailSamples) => catalog.add(make()),
    };
    return {
      module: FeatureSamplesModule,
      imports: [MailSamplesModule],
      providers: [provider],
    };
  }
}

@Module({})
class FeatureSamplesModule {}
