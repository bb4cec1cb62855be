import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { packageVersion } from '../package-version.js';

/** The published description of the API. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('jobbmatch')
    .setDescription('Forklarbar jobbmatching for deltakere i introduksjonsprogrammet. Feil svares som application/problem+json (RFC 9457); kodene er forklart på /problems.')
    .setVersion(packageVersion)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'Denne tjenesten')
    .build();
  // Said outright: no operation asks for credentials until sign-in exists (see ACTING_AS).
  return { ...SwaggerModule.createDocument(app, outline, { operationIdFactory }), security: [] };
}

/** `CandidatesController.get` -> `candidates_get`: unique, and stable as long as the room and the method are. */
const operationIdFactory = (controller: string, method: string): string => `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}_${method}`;

/** `/api/openapi.json`, and `/api/docs` to read and try it; all files come from this process. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    useGlobalPrefix: false,
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'jobbmatch – API',
    swaggerOptions: { validatorUrl: null },
  });
}
