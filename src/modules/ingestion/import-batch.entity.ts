import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RecordKind } from './issue.js';

export type ImportState = 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';

/** One file brought in. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryGeneratedColumn('uuid') readonly id!: string;
  @Column({ type: 'text' }) kind!: RecordKind;
  @Column({ type: 'text' }) source!: string;
  @Column({ name: 'file_name', type: 'text', nullable: true }) fileName!: string | null;
  @Column({ type: 'text', default: 'queued' }) state!: ImportState;
  /** Size of the file; null until it is received to the end. */
  @Column({ type: 'bigint', nullable: true, transformer: { from: toNumber, to: (value: unknown) => value } }) bytes!: number | null;
  @Column({ name: 'bytes_read', type: 'bigint', default: 0, transformer: { from: toNumber, to: (value: unknown) => value } }) bytesRead!: number;
  /** Also the checkpoint: records 1 to this one are dealt with, exactly once. */
  @Column({ name: 'rows_read', type: 'int', default: 0 }) rowsRead!: number;
  @Column({ name: 'rows_inserted', type: 'int', default: 0 }) rowsInserted!: number;
  @Column({ name: 'rows_changed', type: 'int', default: 0 }) rowsChanged!: number;
  @Column({ name: 'rows_unchanged', type: 'int', default: 0 }) rowsUnchanged!: number;
  @Column({ name: 'rows_refused', type: 'int', default: 0 }) rowsRefused!: number;
  @Column({ type: 'int', default: 0 }) warnings!: number;
  @Column({ name: 'error_code', type: 'text', nullable: true }) errorCode!: string | null;
  @Column({ name: 'error_detail', type: 'text', nullable: true }) errorDetail!: string | null;
  /** Opens the stored file; wiped with it. Read only by name, never along with the rest. */
  @Column({ name: 'payload_key', type: 'bytea', nullable: true, select: false }) payloadKey!: Buffer | null;
  @Column({ name: 'created_at', type: 'timestamptz', insert: false, update: false }) readonly createdAt!: Date;
  @Column({ name: 'started_at', type: 'timestamptz', nullable: true }) startedAt!: Date | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

/** Postgres sends bigint as text. */
function toNumber(value: unknown): number | null {
  return value === null ? null : Number(value);
}
