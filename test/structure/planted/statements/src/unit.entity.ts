declare const Entity: (table: string) => ClassDecorator;
declare const Column: (options: { type: string; name?: string }) => PropertyDecorator;

@Entity('unit')
export class UnitEntity {
  @Column({ type: 'text' })
  code: string;

  @Column({ type: 'text', name: 'time_zone' })
  zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
}
