import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { VacancyRecord } from '../../core/records/vacancy.js';

/** A vacancy as registered. */
@Entity('vacancy')
export class Vacancy {
  @PrimaryGeneratedColumn('uuid') readonly id!: string;
  @Column({ type: 'text' }) source!: string;
  /** Id in the source system; unique within the source. */
  @Column({ name: 'external_id', type: 'text' }) externalId!: string;
  /** Four digits. */
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'jsonb' }) record!: VacancyRecord;
  /** Of the record, by the database; null = none given. */
  @Column({ type: 'text', nullable: true, insert: false, update: false }) readonly styrk!: string | null;
  /** Last day to apply, ISO; of the record, by the database; null = none given. */
  @Column({ type: 'date', nullable: true, insert: false, update: false }) readonly deadline!: string | null;
  /** Of the record, by the database: the same exactly when the content is the same. */
  @Column({ name: 'content_hash', type: 'text', insert: false, update: false }) readonly contentHash!: string;
  /** 1 when created, one more for every change of content. */
  @Column({ type: 'int', default: 1 }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz', insert: false, update: false }) readonly createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', insert: false }) updatedAt!: Date;
}
