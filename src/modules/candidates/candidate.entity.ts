import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AddressProtection, CandidateRecord } from '../../core/records/candidate.js';

/** A candidate as registered. Never a national identity number, in any column. */
@Entity('candidate')
export class Candidate {
  @PrimaryGeneratedColumn('uuid') readonly id!: string;
  @Column({ type: 'text' }) source!: string;
  /** Id in the source system; unique within source and municipality. */
  @Column({ name: 'external_id', type: 'text' }) externalId!: string;
  /** Four digits. */
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'jsonb' }) record!: CandidateRecord;
  /** Of the record, by the database; absent there is `unknown`. */
  @Column({ name: 'address_protection', type: 'text', insert: false, update: false }) readonly addressProtection!: AddressProtection;
  /** Of the record, by the database: the same exactly when the content is the same. */
  @Column({ name: 'content_hash', type: 'text', insert: false, update: false }) readonly contentHash!: string;
  /** 1 when created, one more for every change of content. */
  @Column({ type: 'int', default: 1 }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz', insert: false, update: false }) readonly createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz', insert: false }) updatedAt!: Date;
}
