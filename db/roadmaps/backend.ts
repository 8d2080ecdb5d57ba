import { apis } from './backend/apis'
import { chooseALanguage } from './backend/choose-a-language'
import { ciCd } from './backend/ci-cd'
import { containerization } from './backend/containerization'
import { dataStructuresAndAlgorithms } from './backend/data-structures-and-algorithms'
import { databaseCaching } from './backend/database-caching'
import { databases } from './backend/databases'
import { frameworks } from './backend/frameworks'
import { frontend } from './backend/frontend'
import { internet } from './backend/internet'
import { operatingSystems } from './backend/operating-systems'
import { testing } from './backend/testing'
import { versionControl } from './backend/version-control'
import { webSecurity } from './backend/web-security'
import { webServers } from './backend/web-servers'
import type { Roadmap } from './roadmap'

export const backend: Roadmap = {
  id: 'backend',
  title: 'Backend Developer Roadmap',
  lines: [
    { line: 1, title: 'Foundations' },
    { line: 2, title: 'Craft' },
    { line: 3, title: 'Data' },
    { line: 4, title: 'Trust' },
    { line: 5, title: 'Delivery' },
  ],
  steps: [
    internet,
    frontend,
    operatingSystems,
    dataStructuresAndAlgorithms,
    chooseALanguage,
    versionControl,
    frameworks,
    databases,
    apis,
    databaseCaching,
    testing,
    webSecurity,
    ciCd,
    containerization,
    webServers,
  ],
}
