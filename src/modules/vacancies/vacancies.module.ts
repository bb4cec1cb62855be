import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferenceTablesModule } from '../records/reference-tables.module.js';
import { Vacancy } from './vacancy.entity.js';
import { VacanciesController } from './vacancies.controller.js';
import { VacanciesService } from './vacancies.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Vacancy]), ReferenceTablesModule],
  controllers: [VacanciesController],
  providers: [VacanciesService],
  exports: [VacanciesService],
})
export class VacanciesModule {}
