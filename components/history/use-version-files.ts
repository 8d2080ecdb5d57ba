'use client'
import { useEffect, useMemo, useState } from 'react'
import type { VersionFile } from '@/contracts/versions'
import { type ComparedFile, compareFiles } from './compare-files'
import { usePresentFiles } from './use-present-files'
import type { VersionHistory } from './version-history'

/** The files of a version beside those of now; null until both are known. `retry` asks once more. */
export function useVersionFiles(
  history: VersionHistory,
  versionId: string,
): { files: ComparedFile[] | null; problem: string | null; retry: () => void } {
  const present = usePresentFiles()
  const [tries, setTries] = useState(0)
  const [opened, setOpened] = useState<{ id: string; files: VersionFile[] }>()
  const [problem, setProblem] = useState<{ id: string; message: string }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again.
  useEffect(() => {
    let gone = false
    async function open() {
      const answer = await history.open(versionId)
      if (gone) return
      if (answer.ok) setOpened({ id: versionId, files: answer.files })
      else setProblem({ id: versionId, message: answer.message })
    }
    setProblem(undefined)
    void open()
    return () => {
      gone = true
    }
  }, [history, versionId, tries])
  const files = useMemo(
    () => (opened?.id === versionId && present ? compareFiles(opened.files, present) : null),
    [opened, present, versionId],
  )
  return {
    files,
    problem: problem?.id === versionId ? problem.message : null,
    retry: () => setTries(tries + 1),
  }
}
