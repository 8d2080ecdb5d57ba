import { beforeAll } from 'vitest'
import { createCatalogue } from '../support/catalogue'
import { walkMatrix } from './walk-matrix'

/* The other half of permission-matrix.test.ts, beside it on another core. */
beforeAll(createCatalogue)
walkMatrix(1)
